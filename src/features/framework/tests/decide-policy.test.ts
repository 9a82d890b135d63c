import { describe, expect, it } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import type { Executor } from '../../../db/schema.ts';
import { findFramework } from '../queries.ts';
import { document, FAQ, importAt, LEGACY_PAGES } from './documents.ts';
import { textOf } from './site.ts';
import { openApp, openedBySteward } from './steward-desk.ts';

const ID = 'port-services-legacy';
const WHO = { by: 'Working group', on: '2026-11-22' };

/** Two words for how deeply somebody knows something, and no order. */
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
${['Practitioner', 'Aware', 'Foundational']
  .map(
    (proficiency, index) => `  - id: 7c9e6679-7425-40de-944b-e07fc1f90ae${index}
    summary: Digs ${index}
    examples:
      - Dug border ${index} in a day
    level: helper
    theme: soil
    proficiency: ${proficiency}`,
  )
  .join('\n')}
`;

async function policyIn(db: Executor, id = ID) {
  return (await findFramework(db, id))?.draft.confirmed.policy;
}

async function atDesk(db: Executor) {
  await importAt(db, LEGACY_PAGES);
  await importAt(db, [FAQ], { into: ID });
  return openedBySteward(db, openApp(db), ID);
}

/** The fields of the proposal that rests on this sentence. */
async function proposalOn(db: Executor, key: string) {
  const proposals = (await findFramework(db, ID))?.draft.proposals ?? [];
  const proposal = proposals.findIndex((candidate) => candidate.key === key);
  return { proposed: proposals[proposal], fields: { key, proposal: String(proposal) } };
}

onEachEngine((database) => {
  describe('a rule that the source proposes', () => {
    it('stands beside the sentence that it rests on', async () => {
      const { db } = database();
      const { steward } = await atDesk(db);
      const text = textOf(await (await steward.get('/policy')).text());
      expect(text).toContain('Proposed by the source');
      expect(text).toContain(
        'Everybody who reports to the harbour master is expected to use this framework.',
      );
    });

    it('is confirmed with that sentence, once however often the form is sent', async () => {
      const { db } = database();
      const { steward } = await atDesk(db);
      const { proposed, fields } = await proposalOn(db, 'promotionRounds');
      const form = { ...(await steward.bond('/policy')), ...fields };
      expect((await steward.send('/policy/confirmations', form)).status).toBe(303);
      expect((await steward.send('/policy/confirmations', form)).status).toBe(303);
      const confirmed = { key: 'promotionRounds', value: proposed?.value, quote: proposed?.quote, ...WHO };
      expect(await policyIn(db)).toEqual([confirmed]);
    });

    it('can be given another value, with a reason and without the sentence', async () => {
      const { db } = database();
      const { steward } = await atDesk(db);
      const fields = { key: 'promotionRounds', value: 'every March', why: 'Changed last year' };
      await steward.decide('/policy', 'confirmations', fields);
      expect(await policyIn(db)).toEqual([
        { key: 'promotionRounds', value: 'every March', ...WHO, why: 'Changed last year' },
      ]);
    });

    it('is open again once the confirmation is taken back', async () => {
      const { db } = database();
      const { steward } = await atDesk(db);
      const { fields } = await proposalOn(db, 'promotionRounds');
      await steward.decide('/policy', 'confirmations', fields);
      await steward.decide('/policy', 'withdrawals', { key: 'promotionRounds' });
      expect(await policyIn(db)).toEqual([]);
    });
  });

  describe('a default that the source does not speak of', () => {
    it('says so and is confirmed as it is', async () => {
      const { db } = database();
      const { steward } = await atDesk(db);
      const text = textOf(await (await steward.get('/policy')).text());
      expect(text).toContain('Defaults, not said by the source');
      await steward.decide('/policy', 'confirmations', { key: 'everyCompetencyRequired', default: 'yes' });
      expect(await policyIn(db)).toEqual([{ key: 'everyCompetencyRequired', value: false, ...WHO }]);
    });
  });

  describe('a value that is typed', () => {
    it.each([
      ['everyCompetencyRequired', 'true', true],
      ['earlierLevels', 'not considered', 'not considered'],
      ['exempt', ' Pilots \r\n\r\nDivers', ['Pilots', 'Divers']],
      ['exempt', 'unknown', 'unknown'],
      ['exempt', '', []],
      ['reviewBy', '2027-03-31', '2027-03-31'],
      ['steward', ' The port office ', 'The port office'],
    ])('of %s, %j, is kept as %j', async (key, typed, value) => {
      const { db } = database();
      const { steward } = await atDesk(db);
      const answer = await steward.decide('/policy', 'confirmations', { key, value: typed });
      expect(answer.status).toBe(303);
      expect(await policyIn(db)).toMatchObject([{ key, value }]);
    });

    it.each([
      ['reviewBy', '2027-02-30', 'Write the date as year, month and day'],
      ['reviewBy', '', 'Choose the date of the review'],
      ['steward', '  ', 'Write the value'],
      ['earlierLevels', 'sometimes', 'Choose one of these values'],
    ])('of %s, %j, comes back with what to do', async (key, value, problem) => {
      const { db } = database();
      const { steward } = await atDesk(db);
      const answer = await steward.decide('/policy', 'confirmations', { key, value, why: 'A reason typed' });
      expect(answer.status).toBe(422);
      const html = await answer.text();
      expect(textOf(html)).toContain(`There is a problem${problem}`);
      expect(html).toContain(`href="#_value-${key}"`);
      expect(html).toContain('value="A reason typed"');
      expect(await policyIn(db)).toEqual([]);
    });

    it('is refused for a rule that there is not', async () => {
      const { db } = database();
      const { steward } = await atDesk(db);
      const answer = await steward.decide('/policy', 'confirmations', { key: 'bonus', value: 'yes' });
      expect(answer.status).toBe(400);
    });
  });

  describe('the order of proficiencies', () => {
    const atGardens = async (db: Executor) => {
      await importAt(db, [document('gardens.yml', FAMILY)]);
      const { steward } = await openedBySteward(db, openApp(db), 'gardens');
      const draft = async () => {
        const found = (await findFramework(db, 'gardens'))?.draft;
        if (found === undefined) throw new Error('the framework is not there');
        return found;
      };
      return { steward, draft };
    };

    it('is moved by buttons that change nothing that is kept', async () => {
      const { db } = database();
      const { steward, draft } = await atGardens(db);
      const [first, second, third] = (await draft()).scale.steps.map(({ id }) => id);
      const asked = `order=${first}&order=${second}&order=${third}`;
      const shown = async (query: string) => {
        const html = await (await steward.get(`/policy?${query}`)).text();
        const form = html.slice(html.indexOf('policy/scale'));
        return [...form.matchAll(/name="order" value="([^"]*)"/g)].map(([, id]) => id);
      };
      expect(await shown(`${asked}&up=${second}`)).toEqual([second, first, third]);
      expect(await shown(`${asked}&down=${second}`)).toEqual([first, third, second]);
      expect(await shown(`${asked}&up=${first}`)).toEqual([first, second, third]);
      expect(await shown(`order=${third}`)).toEqual([first, second, third]);
      expect((await draft()).confirmed.scale).toBeUndefined();
    });

    it('is confirmed, and taken back', async () => {
      const { db } = database();
      const { steward, draft } = await atGardens(db);
      const order = (await draft()).scale.steps.map(({ id }) => id).toReversed();
      await steward.decide('/policy', 'scale', { order });
      expect((await draft()).confirmed.scale).toEqual({ order, ...WHO });
      await steward.decide('/policy', 'withdrawals', { scale: 'yes' });
      expect((await draft()).confirmed).not.toHaveProperty('scale');
    });

    it('is refused where a step is missing', async () => {
      const { db } = database();
      const { steward, draft } = await atGardens(db);
      const order = (await draft()).scale.steps.map(({ id }) => id).slice(1);
      expect((await steward.decide('/policy', 'scale', { order })).status).toBe(400);
      expect((await draft()).confirmed).not.toHaveProperty('scale');
    });
  });
});
