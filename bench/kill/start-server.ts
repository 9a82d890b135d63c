import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { DatabasePlace } from '../../src/db/connect.ts';
import { projectRoot } from '../../src/project-root.ts';

/** Starts Cairn as an operator does. @throws where it ends before it is ready */
export async function startServer(
  dataDir: string,
  place: DatabasePlace,
  secret: string,
): Promise<{ server: ChildProcess; address: string }> {
  const database = { DATABASE_URL: 'url' in place ? place.url : '', DATABASE_OWNER_URL: '' };
  const server = spawn(process.execPath, [join(projectRoot, 'bin/cairn'), 'serve'], {
    env: {
      ...process.env,
      ...database,
      DATA_DIR: dataDir,
      CAIRN_SECRET: secret,
      BASE_URL: '',
      SMTP_URL: '',
      PORT: '0',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const address = await new Promise<string>((done, fail) => {
    const read = (chunk: Buffer) => {
      printed += chunk;
      const [, found] = /ready at (\S+)/.exec(printed) ?? [];
      if (found !== undefined) done(found);
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    server.once('close', (code) => fail(new Error(`the server ended with ${code}:\n${printed}`)));
  });
  return { server, address };
}
