import { expect, it } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { findFramework, findSourceFiles, listFrameworks, listUnattached } from '../queries.ts';
import { document, FAQ, importAt, LATER, LEGACY_PAGES } from './documents.ts';

const FAMILY = `name: Gardens
summary: People who keep the gardens.
googleSheetId: sheet-1
levels:
  - id: helper
    name: Helper
themes:
  - id: soil
    name: Soil
competencies:
  - id: 7c9e6679-7425-40de-944b-e07fc1f90ae7
    summary: Digs
    examples:
      - Dug the long border in a day
    level: helper
    theme: soil
    proficiency: Foundational
`;

onEachEngine((database) => {
  it('keeps an import as a draft, with the bytes it came from', async () => {
    const { db } = database();
    const report = await importAt(db, LEGACY_PAGES);
    expect(report).toMatchObject({ written: true, refusals: [] });
    expect(report.frameworks).toMatchObject([
      { id: 'port-services-legacy', status: 'draft', sourceStatus: 'legacy', change: 'new', levels: 2 },
    ]);
    const stored = await findFramework(db, 'port-services-legacy');
    expect(stored?.draft.expectations).toHaveLength(report.frameworks[0]?.expectations ?? 0);
    const sources = await findSourceFiles(db, stored?.draft.source.files ?? []);
    expect(sources.map(({ bytes }) => Buffer.from(bytes))).toEqual(
      LEGACY_PAGES.map(({ bytes }) => Buffer.from(bytes)),
    );
  });

  it('writes nothing in a dry run', async () => {
    const { db } = database();
    const report = await importAt(db, LEGACY_PAGES, { dryRun: true });
    expect(report.frameworks).toHaveLength(1);
    expect(report.written).toBe(false);
    expect(await listFrameworks(db)).toEqual([]);
  });

  it('finds an import of the same bytes unchanged', async () => {
    const { db } = database();
    await importAt(db, LEGACY_PAGES);
    const again = await importAt(db, LEGACY_PAGES, { now: LATER });
    expect(again.frameworks[0]?.change).toBe('unchanged');
    const stored = await findFramework(db, 'port-services-legacy');
    expect(stored?.draftedAt).not.toContain('2026-11-23');
  });

  it('keeps the ids of a source that was reworded', async () => {
    const { db } = database();
    await importAt(db, [document('gardens.yml', FAMILY)]);
    const before = await findFramework(db, 'gardens');
    await importAt(db, [document('gardens.yml', FAMILY.replace('summary: Digs', 'summary: Turns the soil'))]);
    const after = await findFramework(db, 'gardens');
    expect(after?.draft.competencies.map(({ name }) => name)).toEqual(['Turns the soil']);
    expect(after?.draft.competencies.map(({ id }) => id)).toEqual(
      before?.draft.competencies.map(({ id }) => id),
    );
  });

  it('never overwrites a framework from another source: it asks for another id', async () => {
    const { db } = database();
    await importAt(db, [document('gardens.yml', FAMILY)]);
    const other = FAMILY.replace('sheet-1', 'sheet-2').replace('Digs', 'Sows');
    const refused = await importAt(db, [document('other.yml', other), ...LEGACY_PAGES]);
    expect(refused.written).toBe(false);
    expect(refused.refusals).toEqual([expect.stringContaining('--id gardens=')]);
    // All or nothing: the other framework of the same import is not there either.
    expect((await listFrameworks(db)).map(({ id }) => id)).toEqual(['gardens']);
    expect((await findFramework(db, 'gardens'))?.draft.competencies[0]?.name).toBe('Digs');

    const renamed = await importAt(db, [document('other.yml', other)], { ids: ['gardens=gardens-2'] });
    expect(renamed).toMatchObject({ written: true, frameworks: [{ id: 'gardens-2' }] });
  });

  it('tells two frameworks of one name apart, so that each can be given an id', async () => {
    const { db } = database();
    const files = [
      document('gardens.yml', FAMILY),
      document('other.yml', FAMILY.replace('sheet-1', 'sheet-2')),
    ];
    const report = await importAt(db, files, { ids: ['gardens-2=parks'] });
    expect(report.frameworks.map(({ id }) => id)).toEqual(['gardens', 'parks']);
  });

  it('refuses an id that cannot be an address, and one for a document that is not there', async () => {
    const { db } = database();
    const files = [document('gardens.yml', FAMILY)];
    await expect(importAt(db, files, { ids: ['Our Gardens'] })).rejects.toThrow(/cannot be an address/);
    await expect(importAt(db, files, { ids: ['yards=our-yards'] })).rejects.toThrow(/has no "yards"/);
  });

  it('keeps a FAQ apart until a person says which framework it belongs to', async () => {
    const { db } = database();
    await importAt(db, LEGACY_PAGES);
    await importAt(db, [FAQ]);
    expect((await listUnattached(db)).guides.map(({ id }) => id)).toEqual(['faq']);
    expect((await findFramework(db, 'port-services-legacy'))?.draft.guides).toEqual([]);

    await importAt(db, [FAQ], { into: 'port-services-legacy' });
    const { draft } = (await findFramework(db, 'port-services-legacy')) ?? {};
    expect(draft?.guides.map(({ id }) => id)).toEqual(['faq']);
    expect(draft?.proposals.length).toBeGreaterThan(3);
    expect(draft?.confirmed.policy).toEqual([]);
  });

  it('imports what is readable and reports the rest', async () => {
    const { db } = database();
    const broken = document('broken.yml', 'name: [unclosed\ncompetencies:\nlevels: {');
    const report = await importAt(db, [broken, document('gardens.yml', FAMILY)]);
    expect(report.written).toBe(true);
    expect(report.frameworks.map(({ id }) => id)).toContain('gardens');
    const errors = report.findings.filter(
      ({ file, severity }) => file === 'broken.yml' && severity === 'error',
    );
    expect(errors.length).toBeGreaterThan(0);
    expect(errors.every(({ remedy }) => remedy.length > 10)).toBe(true);
  });
});
