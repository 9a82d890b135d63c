import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cairn, dataFolder, type Served, serve } from './cairn.ts';

const KIT = { name: 'Kit Doyle', email: 'kit@harbour.example', 'new-password': 'three boats at anchor' };

describe('Setting Cairn up', () => {
  // Six processes, one after the other.
  it('prints a link at each start until somebody administers it', async () => {
    const DATA_DIR = await dataFolder();
    const first = await serve({ DATA_DIR });
    const [, old = ''] = /(http:\S+\/set-up\/\S+)/.exec(await printed(first)) ?? [];
    expect(old).toMatch(new RegExp(`^${first.address}/set-up/[\\w-]{32}$`));
    expect(statSync(join(DATA_DIR, 'secret')).mode & 0o777).toBe(0o600);
    await first.stop();

    const second = await serve({ DATA_DIR });
    const [, link = ''] = /(http:\S+\/set-up\/\S+)/.exec(await printed(second)) ?? [];
    expect(new URL(link).pathname).not.toBe(new URL(old).pathname);
    const asked = await cairn(['set-up'], { DATA_DIR });
    expect(asked.stdout).toMatch(/\/set-up\/[\w-]{32}\nWhoever opens it first, until .* UTC, administers/);

    const cookie = await fillIn(link);
    expect((await fetch(`${second.address}/administration/mail`, { headers: { cookie } })).status).toBe(200);
    const refused = await cairn(['set-up'], { DATA_DIR });
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('--administrator EMAIL');
    const named = await cairn(['set-up', '--administrator', 'KIT@harbour.example'], { DATA_DIR });
    expect(named.stdout).toContain('chooses a new password for Kit Doyle');
    await second.stop();

    const third = await serve({ DATA_DIR });
    expect(await printed(third)).not.toContain('/set-up/');
    // Whoever was signed in still is: the secret is the same.
    expect((await fetch(`${third.address}/administration/mail`, { headers: { cookie } })).status).toBe(200);
  }, 120_000);

  it('writes mail into the data folder and its link onto the terminal, where no mail server is set', async () => {
    const DATA_DIR = await dataFolder();
    const server = await serve({ DATA_DIR });
    const [, link = ''] = /(http:\S+\/set-up\/\S+)/.exec(await printed(server)) ?? [];
    await fillIn(link);
    const { cookie, token } = await open(`${server.address}/password/forgotten`);
    const body = new URLSearchParams({ token, email: KIT.email });
    const headers = { cookie, origin: server.address };
    await fetch(`${server.address}/password/forgotten`, {
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
    });
    await expect
      .poll(() => server.printed(), { timeout: 10_000 })
      .toMatch(/Mail to kit@harbour\.example, .*: http/);
    const [, sent = ''] = /(http:\S+\/password\/reset\/\S+)/.exec(server.printed()) ?? [];
    const [name = ''] = readdirSync(join(DATA_DIR, 'outbox'));
    expect(readFileSync(join(DATA_DIR, 'outbox', name), 'utf8')).toContain(sent);
    expect((await fetch(sent)).status).toBe(200);
  });

  it('warns of plain http for an address that is not this machine', async () => {
    const DATA_DIR = await dataFolder();
    // A port is needed for BASE_URL to count.
    const server = await serve({ DATA_DIR, PORT: '18943', BASE_URL: 'http://cairn.example.org' });
    await expect
      .poll(() => server.printed())
      .toContain('over plain http, passwords and sessions can be read');
  });
});

/** What the server prints once it is ready. */
async function printed(server: Served): Promise<string> {
  await expect.poll(() => server.printed()).toMatch(/Stop with Ctrl-C\.\n[\s\S]*/);
  // The lines about setting up follow at once, or never.
  await new Promise((done) => setTimeout(done, 300));
  return server.printed();
}

async function open(address: string): Promise<{ cookie: string; token: string }> {
  const page = await fetch(address);
  const token = /name="token" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
  return { cookie: cookiesOf(page), token };
}

/** Becomes the first administrator. @returns the cookies of the session */
async function fillIn(link: string): Promise<string> {
  const { cookie, token } = await open(link);
  const answer = await fetch(link, {
    method: 'POST',
    headers: { cookie, origin: new URL(link).origin },
    body: new URLSearchParams({ token, ...KIT }),
    redirect: 'manual',
  });
  expect(answer.headers.get('location')).toBe('/administration');
  return cookiesOf(answer);
}

function cookiesOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}
