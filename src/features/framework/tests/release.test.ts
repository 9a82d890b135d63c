import { expect, it } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import type { Database } from '../../../db/connect.ts';
import { CatalogueKeeper, releaseFramework } from '../index.ts';
import { listReleases } from '../queries.ts';
import { document, importAt, LATER, LEGACY_PAGES, NOW } from './documents.ts';

const ID = 'port-services-legacy';

function release(db: Database['db'], more: Partial<Parameters<typeof releaseFramework>[1]> = {}) {
  return releaseFramework(db, {
    framework: ID,
    status: 'beta',
    by: 'steward',
    now: NOW,
    allowedWords: new Set(),
    ...more,
  });
}

/** The pages of the first import with one word changed. */
function reworded() {
  return LEGACY_PAGES.map(({ name, bytes }) =>
    document(name, new TextDecoder().decode(bytes).replace('Scrapes a hull', 'Paints a hull')),
  );
}

onEachEngine((database) => {
  it('makes an immutable version of the draft, 1.0.0 at first', async () => {
    const { db } = database();
    await importAt(db, LEGACY_PAGES);
    const report = await release(db);
    expect(report).toMatchObject({ version: '1.0.0', status: 'beta', outcome: 'released' });
    expect(report.digest).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  it('gives an unchanged draft a dated status instead of a version', async () => {
    const { db } = database();
    await importAt(db, LEGACY_PAGES);
    const first = await release(db);
    const second = await release(db, { status: 'published', now: LATER });
    expect(second).toMatchObject({ version: '1.0.0', digest: first.digest, outcome: 'status changed' });
    const [stored] = await listReleases(db, ID);
    expect(stored?.statuses.map(({ status, since }) => [status, since])).toEqual([
      ['beta', NOW.toISOString()],
      ['published', LATER.toISOString()],
    ]);
    await expect(release(db, { status: 'published' })).rejects.toThrow(/Nothing has changed/);
  });

  it('bumps the patch version of a changed draft and leaves the old release as it was', async () => {
    const { db } = database();
    await importAt(db, LEGACY_PAGES);
    await release(db);
    const [before] = await listReleases(db, ID);
    await importAt(db, reworded(), { now: LATER });
    expect(await release(db, { now: LATER })).toMatchObject({ version: '1.0.1', outcome: 'released' });
    expect((await listReleases(db, ID))[0]).toEqual(before);
  });

  it('takes a version that is newer and refuses one that is not', async () => {
    const { db } = database();
    await importAt(db, LEGACY_PAGES);
    expect(await release(db, { version: '2.1.0' })).toMatchObject({ version: '2.1.0' });
    await importAt(db, reworded());
    await expect(release(db, { version: '2.1.0' })).rejects.toThrow(/not newer than 2.1.0/);
    await expect(release(db, { version: 'two' })).rejects.toThrow(/not a version/);
  });

  it('refuses while there are errors, names them, and writes nothing', async () => {
    const { db } = database();
    const bytes = LEGACY_PAGES.map(({ name, bytes: whole }) => ({ name, bytes: Buffer.from(whole) }));
    bytes[0]?.bytes.writeUInt8(0xff, bytes[0].bytes.indexOf('Scrapes'));
    await importAt(db, bytes);
    await expect(release(db)).rejects.toThrow(/1 error and was not released[\s\S]*legacy-deckhand\.txt:\d+/);
    expect(await listReleases(db, ID)).toEqual([]);
  });

  it('says so where there is no such framework', async () => {
    await expect(release(database().db, { framework: 'nowhere' })).rejects.toMatchObject({
      code: 'not found',
    });
  });

  it('shows in the catalogue once it is refreshed, and only then', async () => {
    const { db } = database();
    await importAt(db, LEGACY_PAGES);
    const keeper = new CatalogueKeeper(db);
    expect((await keeper.current()).frameworks[0]?.releases).toEqual([]);
    await release(db);
    expect((await keeper.current()).frameworks[0]?.releases).toEqual([]);
    await keeper.refresh();
    expect((await keeper.current()).frameworks[0]?.releases).toMatchObject([
      { version: '1.0.0', status: 'beta' },
    ]);
  });
});
