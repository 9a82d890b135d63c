import { Command } from 'commander';
import { readConfig } from '../../config.ts';
import { stopAsked } from '../until-stopped.ts';

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
  DATABASE_URL  a PostgreSQL server, 15 or newer, instead of the embedded database
  SMTP_URL      the mail server, e.g. smtps://user:password@mail.example.org (none: mail is written to DATA_DIR/outbox)
  MAIL_FROM     who mail is from (Cairn <cairn@HOST>)
  CAIRN_SECRET  what sessions and second factors are sealed with (a file in DATA_DIR, made at the first start)
  TRUSTED_PROXY addresses of proxies whose X-Forwarded-For counts (none)`,
    )
    .action(serve);
}

async function serve(): Promise<void> {
  const { startServer } = await import('../../main.ts');
  const server = await startServer(readConfig());
  console.log(`Cairn is ready at ${server.address}`);
  console.log(`Data: ${server.database}. Stop with Ctrl-C.`);
  if (server.setUpLink !== undefined) {
    console.log(
      'Nobody administers this installation yet. Open this link within 24 hours to do so; it works once:',
    );
    console.log(server.setUpLink);
  }
  await stopAsked();
  await server.close();
}
