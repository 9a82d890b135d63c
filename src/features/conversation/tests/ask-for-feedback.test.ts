import { beforeEach, describe, expect, it } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { runAt } from '../../plan/tests/reminding.ts';
import { ask, asked, SEEN, say } from './feedback-world.ts';
import {
  begin,
  day,
  idOf,
  LEAD,
  mailsIn,
  openTalkWorld,
  reveal,
  type TalkWorld,
  textOf,
} from './talk-world.ts';

onEachEngine((database) => {
  let people: TalkWorld;
  let talk: string;
  beforeEach(async () => {
    people = await openTalkWorld(database());
    talk = await begin(people.rosa, 'lineManager');
  });

  const overview = async (of: 'rosa' | 'daniel') => textOf(await people[of].html(`/conversations/${talk}`));

  describe('asking a colleague', () => {
    it('finds them by name, asks what about and until when, and shows what they will see', async () => {
      const { rosa } = people;
      const found = await rosa.html(`/conversations/${talk}/feedback/new?q=amir`);
      expect(found).toContain(`/conversations/${talk}/feedback/new?colleague=${idOf('colleague')}`);
      const form = await rosa.html(`/conversations/${talk}/feedback/new?colleague=${idOf('colleague')}`);
      expect(form).toContain(`value="${day(14)}"`);
      const check = await ask(rosa, talk, 'colleague', { checked: '', question: 'You took over at six' });
      expect(textOf(await check.text())).toMatch(/Ask Amir .*\?.*You took over at six.*Daniel .* is told/);
      expect(await mailsIn(database())).not.toContainEqual(expect.objectContaining({ kind: 'feedback' }));
    });

    it('keeps every value where something is missing', async () => {
      const answer = await ask(people.rosa, talk, 'colleague', {
        expectation: [],
        question: 'Why not',
        until: day(-1),
      });
      expect(answer.status).toBe(422);
      const page = await answer.text();
      expect(textOf(page)).toMatch(/Choose what you ask about .*Choose a day that lies ahead/);
      expect(page).toContain('Why not');
      expect(page).toContain(`value="${day(-1)}"`);
    });

    it('is seen by both sides at once, whichever side asks', async () => {
      await asked(database(), people.daniel, talk, 'colleague', { question: 'You sat beside her' });
      for (const side of ['rosa', 'daniel'] as const) {
        expect(await overview(side)).toMatch(
          /Amir .*asked by Daniel .*Can answer until .*You sat beside her/,
        );
      }
      const told = (await mailsIn(database())).filter(({ kind }) => kind === 'feedback asked for');
      expect(told.map(({ person_id }) => person_id)).toEqual([idOf('engineer')]);
    });

    it('goes out by mail with a link, and the mail says nothing of what anybody wrote', async () => {
      await asked(database(), people.rosa, talk, 'colleague', { question: 'You sat beside me' });
      const mail = (await mailsIn(database())).find(({ kind }) => kind === 'feedback');
      expect(mail).toMatchObject({ person_id: idOf('colleague') });
      expect(mail?.subject).toContain('asks what you have seen of their work');
      expect(mail?.body).not.toContain('You sat beside me');
    });

    it('is not for the two themselves, nor twice while they can answer', async () => {
      for (const of of ['engineer', 'lineManager'] as const) {
        const answer = await ask(people.rosa, talk, of);
        expect([of, answer.status]).toEqual([of, 422]);
        expect(await answer.text()).toContain('takes part in this conversation');
      }
      await asked(database(), people.rosa, talk);
      expect(await (await ask(people.daniel, talk)).text()).toContain('was asked already');
    });

    it('ends with the reveal', async () => {
      await reveal(people, talk);
      expect((await ask(people.rosa, talk)).status).toBe(403);
    });
  });

  describe('an ask that nobody answered', () => {
    it('is taken back by whoever asked, stays in sight, and leads nowhere', async () => {
      const { rosa, daniel, world } = people;
      const { id, page, link } = await asked(database(), rosa, talk);
      const withdrawal = `/conversations/${talk}/feedback/${id}/withdrawal`;
      expect((await daniel.post(withdrawal)).status).toBe(404);
      expect((await rosa.post(withdrawal)).status).toBe(303);
      expect((await rosa.post(withdrawal)).status).toBe(404);
      expect(await overview('daniel')).toContain('The ask was taken back.');
      expect(textOf(await world.visitor.html(link))).toContain('took it back');
      const amir = await world.as('colleague');
      await amir.post(`${page}/answer`, { 'said-1': SEEN, 'unseen-2': 'yes', checked: 'yes' });
      expect(await database().owner.selectFrom('feedback').selectAll().execute()).toEqual([]);
    });

    it('is spoken of once, three days before it ends', async () => {
      await asked(database(), people.rosa, talk, 'colleague', { until: day(14) });
      const reminders = async () =>
        (await mailsIn(database())).filter(
          ({ person_id, kind }) => person_id === idOf('colleague') && kind === 'reminder',
        );
      const at = (days: number) => new Date(`${day(days)}T10:00:00Z`);
      await runAt(database(), at(10));
      expect(await reminders()).toEqual([]);
      await runAt(database(), at(11));
      const [mail] = await reminders();
      expect(mail?.subject).toBe('1 colleague waits for what you have seen');
      expect(mail?.body).toContain('/feedback\n');
      await runAt(database(), at(13));
      expect(await reminders()).toHaveLength(1);
    });

    it('is not spoken of once it was answered', async () => {
      const { page } = await asked(database(), people.rosa, talk);
      await say(await people.world.as('colleague'), page);
      await runAt(database(), new Date(`${day(12)}T10:00:00Z`));
      expect(await mailsIn(database())).not.toContainEqual(expect.objectContaining({ kind: 'reminder' }));
    });
  });

  describe('the limit of the organisation', () => {
    it('refuses the next who asks, kindly, and names nobody who asked before', async () => {
      const kit = await people.world.as('administrator');
      const settings = { organisation: '', visitors: 'read', 'feedback-limit': '1' };
      expect(
        (await kit.post('/administration/settings', { ...settings, 'feedback-limit': '0' })).status,
      ).toBe(422);
      expect((await kit.post('/administration/settings', settings)).status).toBe(303);
      expect(await kit.html('/administration/settings')).toMatch(/name="feedback-limit"[^>]*value="1"/);
      const amir = await people.world.as('colleague');
      const other = await begin(amir, 'lineManager');
      await asked(database(), amir, other, 'stranger');
      const refused = await ask(people.rosa, talk, 'stranger');
      expect(refused.status).toBe(422);
      const page = textOf(await refused.text());
      expect(page).toContain('as often as anybody here is within a quarter');
      expect(page).not.toContain('Amir');
      const early = await people.rosa.get(
        `/conversations/${talk}/feedback/new?colleague=${idOf('stranger')}`,
      );
      expect(early.status).toBe(422);
    });

    it('holds where two ask at once', async () => {
      await database()
        .owner.insertInto('setting')
        .values({ key: 'feedback-limit', value: '1', changed_at: new Date() })
        .execute();
      const amir = await people.world.as('colleague');
      const other = await begin(amir, 'lineManager');
      const answers = await Promise.all([ask(people.rosa, talk, 'stranger'), ask(amir, other, 'stranger')]);
      expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 422]);
    });

    it('counts what was taken back, and nothing of an earlier quarter', async () => {
      const { owner } = database();
      await owner
        .insertInto('setting')
        .values({ key: 'feedback-limit', value: '1', changed_at: new Date() })
        .execute();
      const { id } = await asked(database(), people.rosa, talk);
      await people.rosa.post(`/conversations/${talk}/feedback/${id}/withdrawal`);
      expect((await ask(people.rosa, talk)).status).toBe(422);
      await owner
        .updateTable('feedback_request')
        .set({ asked_at: new Date(Date.now() - 100 * 86_400_000) })
        .execute();
      expect((await ask(people.rosa, talk)).status).toBe(303);
    });
  });

  it('asks about what is talked about and nothing else', async () => {
    const answer = await ask(people.rosa, talk, 'colleague', { expectation: ['incidents-watch', LEAD[2]] });
    expect(answer.status).toBe(303);
    const { expectation_ids } = await database()
      .owner.selectFrom('feedback_request')
      .select('expectation_ids')
      .executeTakeFirstOrThrow();
    expect(expectation_ids).toEqual([LEAD[2]]);
  });
});
