import { Command } from 'commander';
import { readConfig } from '../../config.ts';

export function serveCommand(): Command {
  return new Command('serve')
    .description('Run Cairn: the pages, on the embedded database or a PostgreSQL server.')
    .addHelpText(
      'after',
      `
Settings are read from the environment:
  PORT          port of the pages (8080)
  HOST          address to listen on (127.0.0.1: this machine only)
  BASE_URL      public address, e.g. https://cairn.example.org (http://localhost:PORT)
  DATA_DIR      folder of the embedded database (./data)
  DATABASE_URL  a PostgreSQL server, 15 or newer, instead of the embedded database`,
    )
    .action(serve);
}

async function serve(): Promise<void> {
  const { startServer } = await import('../../main.ts');
  const server = await startServer(readConfig());
  console.log(`Cairn is ready at ${server.address}`);
  console.log(`Data: ${server.database}. Stop with Ctrl-C.`);
  await stopAsked();
  await server.close();
}

/** Resolves at the first signal to stop; a second one ends the process at once. */
function stopAsked(): Promise<void> {
  return new Promise((done) => {
    const stop = () => {
      process.once('SIGINT', () => process.exit(130));
      done();
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  });
}
