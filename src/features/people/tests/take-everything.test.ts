import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { emailOf, idOf, openWorld } from '../../../../test/world.ts';
import { textOf } from '../../framework/tests/site.ts';
import type { Asking, PersonalRecord } from '../index.ts';
import { everythingAbout } from '../privacy/everything.ts';

onEachEngine((database) => {
  async function archiveOf(name: Parameters<typeof idOf>[0], world?: Awaited<ReturnType<typeof openWorld>>) {
    const { as } = world ?? (await openWorld(database()));
    const answer = await (await as(name)).get('/you/everything.zip');
    expect(answer.headers.get('content-type')).toBe('application/zip');
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    return Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes)]));
  }

  test('holds what the directory knows, to read and as data', async () => {
    const files = await archiveOf('engineer');
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining(['README.md', 'directory.json', 'directory.md']),
    );
    const data = JSON.parse(files['directory.json'] ?? '');
    expect(data).toMatchObject({
      name: 'Rosa Lindqvist',
      email: emailOf('engineer'),
      teams: [{ team: 'Night watch', until: null }],
      reportedTo: [{ manager: 'Petra Novak' }, { manager: 'Daniel Okafor', until: null }],
      levels: [
        {
          levelName: 'Watch Engineer',
          frameworkName: 'Harbour Operations',
          release: '1.1.0',
          setBy: 'Daniel Okafor',
        },
      ],
    });
    expect(files['directory.md']).toContain('# You in the directory');
    expect(files['directory.md']).toContain('- Daniel Okafor, since');
    expect(files['README.md']).toContain('# Everything about Rosa Lindqvist');
  });

  test('names others where they are part of what happened, and leaves out their addresses', async () => {
    const world = await openWorld(database());
    await (await world.as('lineManager')).html(`/people/${idOf('engineer')}`);
    const files = await archiveOf('engineer', world);
    const all = Object.values(files).join('\n');
    expect(all).toContain('level.opened by Daniel Okafor');
    expect(all).not.toContain(emailOf('lineManager'));
    expect(all).not.toContain(emailOf('formerManager'));
    const daniel = await archiveOf('lineManager', world);
    expect(JSON.parse(daniel['directory.json'] ?? '')).toMatchObject({
      reportedToYou: [{ person: 'Amir Haddad' }, { person: 'Rosa Lindqvist' }],
      deputies: [{ deputy: 'Lucía Prieto' }],
    });
    expect(Object.values(daniel).join('\n')).not.toContain(emailOf('engineer'));
  });

  test('comes at once, and a page says what is in it', async () => {
    const { as } = await openWorld(database());
    const rosa = await as('engineer');
    expect((await rosa.get('/you/everything.zip')).status).toBe(200);
    expect(textOf(await rosa.html('/you/everything'))).toContain('Their e-mail addresses, staff numbers');
    expect((await openWorldsVisitor()).status).toBe(303);

    async function openWorldsVisitor() {
      return rosa.get('/you/everything.zip', { cookie: '' });
    }
  });
});

const asking = { viewer: { name: 'Rosa' }, now: new Date('2026-11-22T10:00:00Z') } as unknown as Asking;

/** What a later feature brings. */
function record(files: readonly { path: string; size: number }[]): PersonalRecord {
  return {
    name: 'evidence',
    title: 'Your evidence',
    gather: async () => ({
      data: { pieces: [] },
      markdown: 'Nothing yet.\n',
      files: files.map(({ path, size }) => ({ path, size, read: async () => new Uint8Array(size) })),
    }),
    erasure: async () => ({ goes: [], stays: [] }),
  };
}

test('every feature brings its part and its files', async () => {
  const bytes = await everythingAbout(
    [record([{ path: '01/photo.png', size: 3 }])],
    asking,
    'http://cairn.test',
  );
  const files = unzipSync(bytes);
  expect(Object.keys(files).sort()).toEqual([
    'README.md',
    'evidence-files/01/photo.png',
    'evidence.json',
    'evidence.md',
  ]);
  expect(strFromU8(files['evidence.md'] ?? new Uint8Array())).toBe('# Your evidence\n\nNothing yet.\n');
});

test('files that do not fit are named, and no name leads out of the archive', async () => {
  const large = [
    { path: '../../etc/a', size: 6 },
    { path: 'b', size: 5 },
  ];
  const files = unzipSync(await everythingAbout([record(large)], asking, 'http://cairn.test', 10));
  expect(Object.keys(files).sort()).toEqual([
    'README.md',
    'evidence-files/etc/a',
    'evidence.json',
    'evidence.md',
  ]);
  expect(strFromU8(files['README.md'] ?? new Uint8Array())).toContain('- evidence-files/b');
});
