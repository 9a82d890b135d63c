import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { emailOf, idOf, NAMES, openWorld, type World } from '../../../../test/world.ts';
import { asViewer } from '../../../db/viewer.ts';
import { textOf } from '../../framework/tests/site.ts';
import { answers, asked, evidenceOf, SENTENCE } from './asks-world.ts';

const DAY = 86_400_000;

onEachEngine((database) => {
  const asksPage = async (world: World, evidence: string) =>
    textOf(await (await world.as('engineer')).html(`/evidence/${evidence}/confirmations`));

  describe('whoever holds the link', () => {
    it('sees the text and whose it is, checks the answer, and confirms once', async () => {
      const world = await openWorld(database());
      const evidence = await evidenceOf(database(), 'engineer');
      const { id, link } = await asked(world, evidence);
      const { visitor } = world;
      const html = await visitor.html(link);
      expect(textOf(html)).toContain('Rosa Lindqvist asks: did you see this?');
      expect(html).toContain('<strong>crane outage</strong>');
      const token = /name="token" value="([^"]*)"/.exec(html)?.[1] ?? '';
      const form = { token, answer: 'confirmed', sentence: SENTENCE };
      const check = textOf(await (await visitor.post(`${link}/answer`, form)).text());
      expect(check).toContain('Check your answer');
      expect(check).toContain(SENTENCE);
      expect(await asksPage(world, evidence)).not.toContain(SENTENCE);
      const sent = await visitor.post(`${link}/answer`, { ...form, checked: 'yes' });
      expect([sent.status, sent.headers.get('location')]).toEqual([303, link]);
      expect(textOf(await visitor.html(link))).toContain('Thank you: you confirmed it');
      await visitor.post(`${link}/answer`, { ...form, sentence: 'Something else', checked: 'yes' });
      const row = await database().owner.selectFrom('confirmation').selectAll().executeTakeFirstOrThrow();
      expect(row).toMatchObject({ id, answer: 'confirmed', sentence: SENTENCE });
      expect(await asksPage(world, evidence)).toContain('Amir Haddad confirmed it on');
      expect(await asksPage(world, evidence)).toContain(SENTENCE);
      const mail = await database()
        .owner.selectFrom('mail')
        .selectAll()
        .where('address', '=', emailOf('engineer'))
        .executeTakeFirst();
      expect(mail?.kind).toBe('confirmation-answered');
      expect(mail?.body).not.toContain('log that night');
    });

    it('tells the owner by events that it was opened and answered', async () => {
      const world = await openWorld(database());
      const { id, link } = await asked(world, await evidenceOf(database(), 'engineer'));
      await answers(world.visitor, link, { answer: 'confirmed', sentence: SENTENCE });
      const events = await database()
        .owner.selectFrom('event')
        .select(['verb', 'actor', 'about', 'subject'])
        .where('actor', '=', idOf('colleague'))
        .orderBy('id')
        .execute();
      const about = { about: idOf('engineer'), actor: idOf('colleague'), subject: `confirmation:${id}` };
      expect(events).toEqual([
        { ...about, verb: 'confirmation.opened' },
        { ...about, verb: 'confirmation.confirmed' },
      ]);
    });

    it('is asked for a sentence, with what was typed kept', async () => {
      const world = await openWorld(database());
      const { link } = await asked(world, await evidenceOf(database(), 'engineer'));
      for (const [sentence, message] of [
        ['  ', 'Say in a sentence what you saw'],
        ['z'.repeat(501), 'Shorten it to 500 characters'],
      ] as const) {
        const answer = await answers(world.visitor, link, { answer: 'confirmed', sentence });
        expect(answer.status).toBe(422);
        const html = await answer.text();
        expect(textOf(html)).toContain(message);
        expect(html).toContain(sentence.trim());
      }
    });

    it('changes an answer before it is sent', async () => {
      const world = await openWorld(database());
      const { link } = await asked(world, await evidenceOf(database(), 'engineer'));
      const token = /name="token" value="([^"]*)"/.exec(await world.visitor.html(link))?.[1] ?? '';
      const form = { token, answer: 'confirmed', sentence: SENTENCE, checked: 'change' };
      const again = await (await world.visitor.post(`${link}/answer`, form)).text();
      expect(again).toContain('Confirm it');
      expect(textOf(again)).toContain(SENTENCE);
    });

    it('sees the text as it stood when they were asked, and the owner that it changed since', async () => {
      const world = await openWorld(database());
      const evidence = await evidenceOf(database(), 'engineer');
      const { link } = await asked(world, evidence);
      await reword(evidence, 'Led the outage, and the review after it.');
      const { visitor } = world;
      expect(textOf(await visitor.html(link))).toContain('from the first call to the close');
      expect(textOf(await visitor.html(link))).not.toContain('review after it');
      await answers(visitor, link, { answer: 'confirmed', sentence: SENTENCE });
      expect(await asksPage(world, evidence)).toContain('You have changed the text since');
    });

    it('finds nothing once the time is over, and nothing at a made-up link', async () => {
      let now = new Date();
      const world = await openWorld(database(), { now: () => now });
      const evidence = await evidenceOf(database(), 'engineer');
      const { link } = await asked(world, evidence);
      expect((await world.visitor.get('/confirm/made-up-made-up-made-up')).status).toBe(404);
      const token = /name="token" value="([^"]*)"/.exec(await world.visitor.html(link))?.[1] ?? '';
      now = new Date(now.getTime() + 30 * DAY);
      expect((await world.visitor.get(link)).status).toBe(404);
      const late = await world.visitor.post(`${link}/answer`, { token, answer: 'declined', checked: 'yes' });
      expect(late.status).toBe(404);
      expect(await asksPage(world, evidence)).toContain('Amir Haddad did not answer in time');
    });

    it('is refused a form from another site or without its bond', async () => {
      const world = await openWorld(database());
      const { link } = await asked(world, await evidenceOf(database(), 'engineer'));
      const { visitor } = world;
      const token = /name="token" value="([^"]*)"/.exec(await visitor.html(link))?.[1] ?? '';
      const form = { answer: 'declined', checked: 'yes' };
      expect((await visitor.post(`${link}/answer`, { ...form, token: 'another' })).status).toBe(403);
      const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
      expect((await visitor.post(`${link}/answer`, { ...form, token }, foreign)).status).toBe(403);
      expect((await visitor.post(`${link}/answer`, { token, answer: 'perhaps' })).status).toBe(404);
      const row = await database().owner.selectFrom('confirmation').selectAll().executeTakeFirstOrThrow();
      expect(row.answered_at).toBeNull();
    });
  });

  describe('a colleague who is signed in', () => {
    it('finds what was asked, and declines: only the owner sees that', async () => {
      const world = await openWorld(database());
      const evidence = await evidenceOf(database(), 'engineer', { shared: true });
      const { id } = await asked(world, evidence);
      const amir = await world.as('colleague');
      expect(textOf(await amir.html('/confirmations'))).toContain('Rosa Lindqvist asked you on');
      await answers(amir, `/confirmations/${id}`, { answer: 'declined', sentence: 'Not my watch' });
      expect(textOf(await amir.html('/confirmations'))).toContain('You declined');
      expect(await asksPage(world, evidence)).toContain('Amir Haddad would rather not confirm it');
      const row = await database().owner.selectFrom('confirmation').selectAll().executeTakeFirstOrThrow();
      expect(row).toMatchObject({ answer: 'declined', sentence: null });
      const seen = await asViewer(database().db, idOf('lineManager'), (db) =>
        db.selectFrom('confirmation').select('id').execute(),
      );
      expect(seen).toEqual([]);
      const daniel = textOf(await (await world.as('lineManager')).html(`/evidence/${evidence}`));
      expect(daniel).not.toContain('Amir');
    });

    it('reaches neither the evidence nor anything else of the record', async () => {
      const world = await openWorld(database());
      const evidence = await evidenceOf(database(), 'engineer');
      const other = await evidenceOf(database(), 'engineer', { text: 'Not for Amir' });
      const { id } = await asked(world, evidence);
      const amir = await world.as('colleague');
      expect(textOf(await amir.html(`/confirmations/${id}`))).not.toContain('Not for Amir');
      for (const path of [
        `/evidence/${evidence}`,
        `/evidence/${other}`,
        `/evidence/${evidence}/confirmations`,
      ])
        expect((await amir.get(path)).status).toBe(404);
      const rows = await asViewer(database().db, idOf('colleague'), async (db) => [
        ...(await db.selectFrom('evidence').select('id').execute()),
        ...(await db.selectFrom('evidence_version').select('version').execute()),
        ...(await db.selectFrom('evidence_link').select('url').execute()),
        ...(await db.selectFrom('evidence_file').select('name').execute()),
        ...(await db.selectFrom('evidence_tie').select('expectation_id').execute()),
      ]);
      expect(rows).toEqual([]);
    });

    it('cannot open the link of somebody else', async () => {
      const world = await openWorld(database());
      const { link } = await asked(world, await evidenceOf(database(), 'engineer'));
      for (const name of NAMES.filter((other) => other !== 'colleague')) {
        const answer = await (await world.as(name)).get(link);
        expect([name, answer.status]).toEqual([name, 403]);
        expect(await answer.text()).not.toContain('crane');
      }
      expect((await (await world.as('colleague')).get(link)).status).toBe(200);
    });
  });

  describe('everybody else', () => {
    it('does not find what somebody was asked, the owner included', async () => {
      const world = await openWorld(database());
      const { id } = await asked(world, await evidenceOf(database(), 'engineer'));
      const form = { answer: 'confirmed', sentence: SENTENCE, checked: 'yes' };
      for (const name of NAMES.filter((other) => other !== 'colleague')) {
        const visitor = await world.as(name);
        expect((await visitor.get(`/confirmations/${id}`)).status).toBe(404);
        expect((await visitor.post(`/confirmations/${id}/answer`, form)).status).toBe(404);
        expect(textOf(await visitor.html('/confirmations'))).not.toContain('Rosa Lindqvist asked you');
      }
      const row = await database().owner.selectFrom('confirmation').selectAll().executeTakeFirstOrThrow();
      expect(row.answer).toBeNull();
    });

    it('cannot answer for the colleague by SQL either: not the owner, not a manager', async () => {
      const world = await openWorld(database());
      const evidence = await evidenceOf(database(), 'engineer', { shared: true });
      const { id } = await asked(world, evidence);
      const { db } = database();
      for (const name of ['engineer', 'lineManager', 'administrator'] as const) {
        const taken = await asViewer(db, idOf(name), (transaction) =>
          sql<{ taken: boolean }>`
            select answer_confirmation(${id}, 'confirmed', 'Forged', now()) as taken
          `.execute(transaction),
        );
        expect(taken.rows[0]?.taken).toBe(false);
      }
      await expect(
        asViewer(db, idOf('engineer'), (transaction) =>
          transaction.updateTable('confirmation').set({ answer: 'confirmed' }).execute(),
        ),
      ).rejects.toThrow();
      await expect(
        asViewer(db, idOf('engineer'), (transaction) =>
          transaction.selectFrom('confirmation').select('digest').execute(),
        ),
      ).rejects.toThrow();
      await expect(
        asViewer(db, idOf('engineer'), (transaction) => forge(transaction, evidence)),
      ).rejects.toThrow();
      const row = await database().owner.selectFrom('confirmation').selectAll().executeTakeFirstOrThrow();
      expect(row.answer).toBeNull();
    });
  });

  it('lets the manager read who confirmed what is shared, and a sentence outlives its author', async () => {
    const world = await openWorld(database());
    const evidence = await evidenceOf(database(), 'engineer', { shared: true });
    const { link } = await asked(world, evidence);
    await answers(world.visitor, link, { answer: 'confirmed', sentence: SENTENCE });
    const readers = await asViewer(database().db, idOf('lineManager'), (db) =>
      db.selectFrom('confirmation').select(['sentence']).execute(),
    );
    expect(readers).toEqual([{ sentence: SENTENCE }]);
    for (const name of ['engineer', 'lineManager'] as const)
      expect(textOf(await (await world.as(name)).html(`/evidence/${evidence}`))).toContain(SENTENCE);
    await database().owner.deleteFrom('person').where('id', '=', idOf('colleague')).execute();
    const page = await asksPage(world, evidence);
    expect(page).toContain(SENTENCE);
    expect(page).toContain('Somebody who is no longer here confirmed it on');
    expect((await world.visitor.get(link)).status).toBe(404);
  });

  async function reword(evidence: string, text: string): Promise<void> {
    const { owner } = database();
    const before = await owner
      .selectFrom('evidence')
      .selectAll()
      .where('id', '=', evidence)
      .executeTakeFirstOrThrow();
    const { version, text: was, happened_on, kind } = before;
    await owner
      .insertInto('evidence_version')
      .values({ evidence_id: evidence, version, text: was, happened_on, kind, replaced_at: new Date() })
      .execute();
    await owner
      .updateTable('evidence')
      .set({ text, version: version + 1 })
      .where('id', '=', evidence)
      .execute();
  }

  function forge(db: Parameters<Parameters<typeof asViewer>[2]>[0], evidence: string) {
    const now = new Date();
    return db
      .insertInto('confirmation')
      .values({
        id: idOf('stranger'),
        evidence_id: evidence,
        evidence_version: 1,
        colleague_id: idOf('steward'),
        digest: 'forged',
        asked_at: now,
        expires_at: now,
        answered_at: now,
        answer: 'confirmed',
        sentence: 'Forged',
      })
      .execute();
  }
});
