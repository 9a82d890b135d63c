import { expect, it } from 'vitest';
import { onEmbedded } from '../../../../test/database.ts';
import { decode } from '../../../formats/index.ts';
import { exportFramework } from '../index.ts';
import { findFramework } from '../queries.ts';
import { referenceTo } from '../steward/finding-refs.ts';
import { document, importAt, LATER } from './documents.ts';
import { openApp, openedBySteward } from './steward-desk.ts';

const FRAMEWORK = `# Our own notes stay where they are.
id:   quayside   # spaced by hand
name: Quayside
levels:
  - { id: hand, name: Hand, next: [mate] }
  - { id: mate, name: Mate }

themes: [craft]   # one for now
policy:
  steward: The port office
`;

const CRAFT = `id: craft
name: Craft
competencies:
  - id: signals
    name: Answering signal
    expectations:
      - { id: s1, level: hand, examples: [Able to answer the lamp of a pilot boat] }
  - id: signals-2
    name: Answering signals
    expectations:
      - { id: s2, level: mate, examples: [Taught two hands the lamp code] }
`;

const FOLDER = [document('framework.yaml', FRAMEWORK), document('themes/craft.yaml', CRAFT)];

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

onEmbedded((database) => {
  it('writes decisions into framework.yaml and leaves every other line as it was', async () => {
    const { db } = database();
    await importAt(db, FOLDER);
    const { steward } = await openedBySteward(db, openApp(db), 'quayside');
    const pair = { competency: 'signals', other: 'signals-2' };
    await steward.decide('/rows', 'refusals', pair);
    await steward.decide('/rows', 'confirmations', { ...pair, why: 'One duty: the lamp' });
    await steward.decide('/policy', 'confirmations', { key: 'reviewBy', value: '2027-03-31' });

    const { files } = await exportFramework(db, 'quayside', 'folder');
    expect(files.map(({ name }) => name)).toEqual(['framework.yaml', 'themes/craft.yaml']);
    expect(text(files[1]?.bytes)).toBe(CRAFT);
    const written = text(files[0]?.bytes);
    expect(written.startsWith(FRAMEWORK)).toBe(true);
    expect(written.slice(FRAMEWORK.length).trim()).toBe(`confirmed:
  rows:
    - competency: signals
      joins: [signals-2]
      by: Working group
      "on": "2026-11-22"
      why: "One duty: the lamp"

  policy:
    - key: reviewBy
      value: "2027-03-31"
      by: Working group
      "on": "2026-11-22"`);
  });

  it('reads back every kind of decision that it writes', async () => {
    const { db } = database();
    await importAt(db, FOLDER);
    const { steward } = await openedBySteward(db, openApp(db), 'quayside');
    await steward.decide('/rows', 'refusals', { competency: 'signals', other: 'signals-2' });
    const html = await (await steward.get('/findings')).text();
    const finding = /name="finding" value="([^"]+)"/.exec(html)?.[1] ?? 'none';
    await steward.decide('/findings', 'acceptances', { finding, why: 'It is: "so"\n# here' });

    const before = (await findFramework(db, 'quayside'))?.draft;
    expect(before?.accepted.map(referenceTo)).toEqual([finding]);
    const { files } = await exportFramework(db, 'quayside', 'folder');
    expect(files.every((file) => decode(file).file !== undefined)).toBe(true);
    const report = await importAt(db, files, { now: LATER });
    expect(report.frameworks[0]?.change).toBe('unchanged');
    const after = (await findFramework(db, 'quayside'))?.draft;
    expect(after?.confirmed).toEqual(before?.confirmed);
    expect(after?.accepted).toEqual(before?.accepted);
  });

  it('keeps decisions when the same files are imported once more', async () => {
    const { db } = database();
    await importAt(db, FOLDER);
    const { steward } = await openedBySteward(db, openApp(db), 'quayside');
    await steward.decide('/rows', 'confirmations', { competency: 'signals', other: 'signals-2' });
    await importAt(db, FOLDER, { now: LATER });
    expect((await findFramework(db, 'quayside'))?.draft.confirmed.rows).toHaveLength(1);
  });
});
