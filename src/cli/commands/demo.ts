import { resolve } from 'node:path';
import { Command } from 'commander';
import { type Config, readConfig } from '../../config.ts';
import { placeOf } from '../../db/connect.ts';
import { CairnError } from '../../domain/errors.ts';
import { stopAsked } from '../until-stopped.ts';

interface Options {
  people?: string;
  fresh?: true;
  folder: string;
}

/** The sizes that a demo can have; only the smallest one is for reading. */
const SIZES = [30, 1_000, 50_000];

export function demoCommand(): Command {
  return new Command('demo')
    .description(
      'Run Cairn with an invented organisation, in which you sign in as anybody without a password.',
    )
    .option('--people <number>', 'how many people: 30, invented one by one, or 1000 or 50000, generated')
    .option('--fresh', 'make it anew: what visitors changed is lost')
    .option('--folder <folder>', 'where its data is kept', 'data-demo')
    .addHelpText(
      'after',
      `
The first start makes it, in less than a minute; later ones reuse it. It never uses DATA_DIR. With DATABASE_URL it is made
in that database, which must be empty. A database that holds anybody is refused, and one that is a demo takes nobody whose
address does not end in .example.

50,000 people belong on a PostgreSQL server. PORT, HOST and BASE_URL work as for "serve".`,
    )
    .action(demo);
}

async function demo({ people, fresh, folder }: Options): Promise<void> {
  const config: Config = { ...readConfig(), dataDir: resolve(folder) };
  const { prepareDemo } = await import('../../../demo/prepare.ts');
  await prepareDemo(placeOf(config), {
    people: sizeOf(people),
    fresh: fresh === true,
    now: new Date(),
    progress: (line) => console.log(line),
  });
  const { startServer } = await import('../../main.ts');
  const server = await startServer(config);
  console.log(`The demo is ready at ${server.address}/demo`);
  console.log(`Nobody in it exists. Data: ${server.database}. Stop with Ctrl-C.`);
  await stopAsked();
  await server.close();
}

function sizeOf(text: string | undefined): number | undefined {
  const size = text === undefined ? undefined : Number(text);
  if (size === undefined || SIZES.includes(size)) return size;
  throw new CairnError(
    'invalid',
    `There is no demo of "${text}" people.`,
    `Choose one of ${SIZES.join(', ')}.`,
  );
}
