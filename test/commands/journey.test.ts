/** The tour of the README, by the real command, with the project's own documents. */
import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cairn, dataFolder, ROOT, serve, temporaryFolder } from './cairn.ts';

const PAGES = ['legacy-deckhand.txt', 'legacy-mate.txt'].map((name) =>
  join(ROOT, 'src/formats/page-text/tests/fixtures', name),
);
const FAQ = join(ROOT, 'src/formats/faq-text/tests/fixtures/faq.txt');
const PROFILE = join(ROOT, 'src/formats/role-profile/tests/fixtures/harbour-master.md');

describe('From documents to pages, while the server runs', () => {
  it('imports, previews, mends, releases and exports', async () => {
    const folder = temporaryFolder();
    const env = { DATA_DIR: await dataFolder() };
    const server = await serve(env);

    const dryRun = JSON.parse(
      (await cairn(['import', ...PAGES, FAQ, PROFILE, '--dry-run', '--json'], env)).stdout,
    );
    expect(dryRun).toMatchObject({
      frameworks: [{ id: 'port-services-legacy', status: 'draft', sourceStatus: 'legacy', levels: 2 }],
      roleProfiles: 1,
      guides: 1,
      written: false,
    });
    expect(dryRun.findings).toEqual({ error: 0, warning: expect.any(Number), note: expect.any(Number) });

    expect(await cairn(['import', ...PAGES], env)).toMatchObject({ code: 0 });
    expect((await fetch(`${server.address}/frameworks/port-services-legacy`)).status).toBe(404);
    const { stdout } = await cairn(['preview'], { ...env, BASE_URL: server.address });
    const preview = await fetch(stdout.split('\n')[0] ?? '', { redirect: 'manual' });
    const cookie = preview.headers.get('set-cookie')?.split(';')[0] ?? '';
    const draft = await fetch(`${server.address}/frameworks/port-services-legacy@draft`, {
      headers: { cookie },
    });
    expect(draft.status).toBe(200);

    const out = join(folder, 'port');
    expect(
      await cairn(['export', 'port-services-legacy', '--to', 'folder', '--out', out], env),
    ).toMatchObject({ code: 0 });
    appendFileSync(join(out, 'framework.yaml'), '\n# Seen by the whole group.\n');
    expect(await cairn(['import', out], env)).toMatchObject({ code: 0 });
    const again = join(folder, 'again');
    await cairn(['export', 'port-services-legacy', '--to', 'folder', '--out', again], env);
    expect(readFileSync(join(again, 'framework.yaml'))).toEqual(readFileSync(join(out, 'framework.yaml')));

    const release = await cairn(['release', 'port-services-legacy', '--status', 'beta'], env);
    expect(release.stdout).toContain('Released port-services-legacy 1.0.0: beta.');
    expect((await fetch(`${server.address}/frameworks/port-services-legacy`)).status).toBe(200);
  });

  it('refuses, with exit code 1 and nothing written, what came from another source', async () => {
    const env = { DATA_DIR: await dataFolder() };
    await serve(env);
    const first = await cairn(['import', ...PAGES, '--id', 'operations'], env);
    expect(first).toMatchObject({ code: 1 });
    expect(first.stderr).toContain('--id operations=');
    expect(first.stderr).not.toMatch(/^\s+at /m);
  });

  it('backs up while it runs, and restores only where nothing runs', async () => {
    const folder = temporaryFolder();
    const env = { DATA_DIR: await dataFolder() };
    const backup = join(folder, 'cairn.backup');
    const server = await serve(env);
    await cairn(['import', ...PAGES], env);
    expect(await cairn(['backup', backup], env)).toMatchObject({ code: 0 });
    const refused = await cairn(['restore', backup], env);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('Stop that one first');
    await server.stop();

    const moved = { DATA_DIR: join(folder, 'moved') };
    expect(await cairn(['restore', backup], moved)).toMatchObject({ code: 0 });
    const same = await cairn(['import', ...PAGES, '--dry-run', '--json'], moved);
    expect(JSON.parse(same.stdout).frameworks[0].change).toBe('unchanged');
    const twice = await cairn(['restore', backup], moved);
    expect(twice.code).not.toBe(0);
    expect(twice.stderr).toMatch(/empty/);
  });
});
