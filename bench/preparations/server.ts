import { spawn } from 'node:child_process';
import type { DatabasePlace } from '../../src/db/connect.ts';
import { projectRoot } from '../../src/project-root.ts';
import { SECRET } from '../made/visitors.ts';

export interface RunningServer {
  pid: number;
  stop(): Promise<void>;
}

/** Starts Cairn as a process of its own over a database that is already there. */
export async function startServer(
  place: DatabasePlace,
  dataDir: string,
  port: number,
): Promise<RunningServer> {
  const child = spawn(process.execPath, [`${projectRoot}/bin/cairn`, 'serve'], {
    env: {
      ...process.env,
      PORT: String(port),
      BASE_URL: `http://127.0.0.1:${port}`,
      DATA_DIR: dataDir,
      DATABASE_URL: 'url' in place ? place.url : '',
      CAIRN_SECRET: SECRET,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((done) => child.once('close', () => done()));
  await new Promise<void>((done, fail) => {
    let printed = '';
    child.stdout.on('data', (chunk) => {
      printed += chunk;
      if (/ready at/.test(printed)) done();
    });
    ended.then(() => fail(new Error(`the server ended early: ${printed}`)));
  });
  return {
    pid: child.pid ?? 0,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
