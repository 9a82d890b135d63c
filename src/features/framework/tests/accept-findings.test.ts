import { describe, expect, it } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import type { Executor } from '../../../db/schema.ts';
import type { Finding } from '../../../domain/finding.ts';
import { lint } from '../../../lint/index.ts';
import { acceptFinding } from '../actions/accept-finding.ts';
import { findFramework } from '../queries.ts';
import { referenceTo } from '../steward/finding-refs.ts';
import { document, importAt, LEGACY_PAGES, NOW } from './documents.ts';
import { textOf } from './site.ts';
import { openApp, openedBySteward } from './steward-desk.ts';

const ID = 'port-services-legacy';
const CONTEXT = { today: '2026-11-22', allowedWords: new Set<string>() };

async function draftIn(db: Executor, id = ID) {
  const stored = await findFramework(db, id);
  if (stored === undefined) throw new Error('the framework is not there');
  return { ...stored, report: lint(stored.draft, CONTEXT) };
}

async function firstWarning(db: Executor): Promise<Finding> {
  const { findings } = (await draftIn(db)).report;
  const found = findings.find(({ severity }) => severity === 'warning');
  if (found === undefined) throw new Error('the linter found nothing');
  return found;
}

async function atDesk(db: Executor) {
  await importAt(db, LEGACY_PAGES);
  return openedBySteward(db, openApp(db), ID);
}

onEachEngine((database) => {
  describe('the page of findings', () => {
    it('lists each finding with its text, its message and how to mend it', async () => {
      const { db } = database();
      const { steward } = await atDesk(db);
      const text = textOf(await (await steward.get('/findings')).text());
      const { findings } = (await draftIn(db)).report;
      for (const { quote, message, remedy } of findings.slice(0, 50)) {
        for (const part of [quote, message, remedy]) expect(text).toContain(part);
      }
    });

    it('accepts one with a reason, says who and when, and takes it back', async () => {
      const { db } = database();
      const { steward } = await atDesk(db);
      const finding = await firstWarning(db);
      const reference = referenceTo(finding);
      const form = { ...(await steward.bond('/findings')), finding: reference, why: 'Our word\r\nfor it ' };
      expect((await steward.send('/findings/acceptances', form)).status).toBe(303);
      expect((await steward.send('/findings/acceptances', form)).status).toBe(303);
      const { draft } = await draftIn(db);
      expect(draft.accepted).toEqual([
        {
          rule: finding.rule,
          entity: finding.entity,
          quote: finding.quote,
          by: 'Working group',
          on: '2026-11-22',
          why: 'Our word\nfor it',
        },
      ]);
      const text = textOf(await (await steward.get('/findings')).text());
      expect(text).toContain('Accepted (1)');
      expect(text).toContain('Working group, 22 November 2026: Our word\nfor it');
      await steward.decide('/findings', 'withdrawals', { acceptance: reference });
      expect((await draftIn(db)).draft.accepted).toEqual([]);
    });

    it('asks for a reason, and leads to the field', async () => {
      const { db } = database();
      const { steward } = await atDesk(db);
      const finding = referenceTo(await firstWarning(db));
      const answer = await steward.decide('/findings', 'acceptances', { finding, why: ' ' });
      expect(answer.status).toBe(422);
      const html = await answer.text();
      const field = /<section class="error-summary"[\s\S]*?href="#([^"]+)"/.exec(html)?.[1] ?? 'no link';
      expect(html).toMatch(new RegExp(`<textarea id="${field}"[^>]*aria-invalid="true"`));
      expect((await draftIn(db)).draft.accepted).toEqual([]);
    });

    it('keeps a reason that came too late, beside its finding', async () => {
      const { db } = database();
      const { steward } = await atDesk(db);
      const bond = await steward.bond('/findings');
      const [first, second] = (await draftIn(db)).report.findings;
      if (first === undefined || second === undefined) throw new Error('too little was found');
      await steward.decide('/findings', 'acceptances', { finding: referenceTo(first), why: 'Quick' });
      const late = { ...bond, finding: referenceTo(second), why: 'A long thought' };
      const answer = await steward.send('/findings/acceptances', late);
      expect(answer.status).toBe(409);
      const html = await answer.text();
      expect(html).toContain('>A long thought</textarea>');
      const open = html.slice(html.indexOf('<details class="fold wide" open'));
      expect(open.slice(0, open.indexOf('</details>'))).toContain('A long thought');
      expect((await draftIn(db)).draft.accepted).toHaveLength(1);
    });

    it('says which acceptances no finding matches any more', async () => {
      const { db } = database();
      const { steward } = await atDesk(db);
      const finding = (await draftIn(db)).report.findings.find(({ rule }) => rule === 'row-misaligned');
      if (finding === undefined) throw new Error('no name drifts');
      await steward.decide('/findings', 'acceptances', { finding: referenceTo(finding), why: 'Two things' });
      const { draft } = await draftIn(db);
      const partner = /“([^”]+)” joins “([^”]+)”/.exec(finding.remedy);
      const [, competency = '', other = ''] = partner ?? [];
      expect(draft.competencies.map(({ id }) => id)).toEqual(expect.arrayContaining([competency, other]));
      await steward.decide('/rows', 'confirmations', { competency, other });
      const text = textOf(await (await steward.get('/findings')).text());
      expect(text).toContain('There is no such finding any more.');
    });

    it('does not offer to accept an error, nor takes one', async () => {
      const { db } = database();
      const twice = `name: Gardens
summary: x
googleSheetId: sheet-1
levels: [{ id: helper, name: Helper }]
themes: [{ id: soil, name: Soil }]
competencies:
  - { id: same, summary: Digs, examples: [Dug], level: helper, theme: soil, proficiency: Aware }
  - { id: same, summary: Rakes, examples: [Raked], level: helper, theme: soil, proficiency: Aware }
`;
      await importAt(db, [document('gardens.yml', twice)]);
      const { steward } = await openedBySteward(db, openApp(db), 'gardens');
      const { report, draftedAt } = await draftIn(db, 'gardens');
      const error = report.findings.find(({ severity }) => severity === 'error');
      if (error === undefined) throw new Error('there is no error');
      const html = await (await steward.get('/findings')).text();
      expect(html).not.toContain(`value="${referenceTo(error)}"`);
      const fields = { finding: referenceTo(error), why: 'Please' };
      expect((await steward.decide('/findings', 'acceptances', fields)).status).toBe(403);
      const change = { steward: { id: 'k', framework: 'gardens', name: 'A' }, seen: draftedAt, now: NOW };
      await expect(acceptFinding(db, change, error, 'Please', CONTEXT)).rejects.toThrow(/cannot be accepted/);
    });
  });
});
