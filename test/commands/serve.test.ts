import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { cairn, dataFolder, serve, temporaryFolder } from './cairn.ts';

describe('Starting Cairn', () => {
  it('publishes the shipped framework on an empty folder, and a second start reuses the data', async () => {
    const DATA_DIR = join(temporaryFolder(), 'data');
    const first = await serve({ DATA_DIR });
    const page = await fetch(`${first.address}/frameworks/operations/levels/senior-2`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('Senior Engineer 2');
    const { revision } = await health(first.address);
    expect(await first.stop('SIGTERM')).toBe(0);

    const second = await serve({ DATA_DIR });
    expect((await health(second.address)).revision).toBe(revision);
    expect(await second.stop('SIGINT')).toBe(0);
  });

  it('refuses a second process on the same folder and says what to do', async () => {
    const DATA_DIR = await dataFolder();
    const first = await serve({ DATA_DIR });
    const second = await cairn(['serve'], { DATA_DIR, PORT: '0' });
    expect(second.code).toBe(1);
    expect(second.stderr).toContain(`${first.process.pid}`);
    expect(second.stderr).toMatch(/DATA_DIR/);
    expect(second.stderr).not.toMatch(/^\s+at /m);
  });

  it('says that the port is taken and how to choose another', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void taken.close());
    await new Promise((done) => taken.once('listening', done));
    const { port } = taken.address() as AddressInfo;
    const result = await cairn(['serve'], { DATA_DIR: await dataFolder(), PORT: String(port) });
    expect(result.code).toBe(2);
    expect(result.stderr).toContain(`Port ${port} is taken`);
    expect(result.stderr).toContain(`PORT=${port + 1}`);
  });

  it('refuses a PORT that is none', async () => {
    const result = await cairn(['serve'], { PORT: 'eighty' });
    expect(result).toMatchObject({ code: 2, stdout: '' });
    expect(result.stderr).toContain('PORT is "eighty"');
  });

  it('says what it tried where DATABASE_URL leads nowhere, without the password', async () => {
    const DATABASE_URL = 'postgres://cairn:tops3cret@127.0.0.1:1/cairn';
    const result = await cairn(['serve'], { DATABASE_URL, PORT: '0' });
    expect(result.code).toBe(2);
    expect(result.stderr).toContain('127.0.0.1:1');
    expect(result.stderr).not.toContain('tops3cret');
    expect(result.stderr).not.toMatch(/^\s+at /m);
  });
});

async function health(address: string): Promise<{ revision: string }> {
  const answer = await fetch(`${address}/healthz`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as { revision: string };
}
