import { readConfig } from '../../config.ts';
import { type Database, openDatabase, placeOf } from '../../db/connect.ts';
import { askServer, socketPath } from './socket.ts';
import { type Progress, TASKS, type TaskInput, type TaskName, type TaskOutput } from './tasks.ts';

/**
 * Carries out a command on the configured database: on a PostgreSQL server directly; on the embedded one through the
 * running server's socket, or by opening the data folder where no server runs.
 *
 * @throws CairnError as the command does, and where the database cannot be opened.
 */
export async function carryOut<N extends TaskName>(
  name: N,
  input: TaskInput<N>,
  progress: Progress = () => {},
): Promise<TaskOutput<N>> {
  const config = readConfig();
  if (config.databaseUrl === undefined) {
    const answered = await askServer(socketPath(config.dataDir), name, input, progress);
    if (answered !== undefined) return answered.output;
  }
  return withDatabase((database) => {
    const task = TASKS[name] as (
      database: Database,
      input: TaskInput<N>,
      progress: Progress,
    ) => Promise<TaskOutput<N>>;
    return task(database, input, progress);
  });
}

/** Opens the configured database for the time that `use` takes. `options` as for `openDatabase`. */
export async function withDatabase<T>(
  use: (database: Database) => Promise<T>,
  options: Parameters<typeof openDatabase>[1] = {},
): Promise<T> {
  const database = await openDatabase(placeOf(readConfig()), options);
  try {
    return await use(database);
  } finally {
    await database.close();
  }
}
