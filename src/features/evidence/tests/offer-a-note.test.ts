import { describe, expect, it } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { emailOf, idOf, NAMES, type Name, NEWEST, openWorld, type World } from '../../../../test/world.ts';
import { asViewer } from '../../../db/viewer.ts';
import { textOf } from '../../framework/tests/site.ts';

const NOTE = 'Rosa calmed the ferry company for an hour while the **berth** was cleared.';
const OWN_WORDS = 'Spoke with the ferry company for an hour while the berth was cleared.';

/** Somebody of the cast offers another a note, the engineer where nobody else is named. */
async function offered(world: World, by: Name = 'colleague', to: Name = 'engineer') {
  const giver = await world.as(by);
  const answer = await giver.post(`/people/${idOf(to)}/offers`, {
    text: NOTE,
    'happened-on': '2026-03-12',
    checked: 'yes',
  });
  const row = await world.database.owner
    .selectFrom('offer')
    .select('id')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return { answer, id: row?.id ?? '', page: `/offers/${row?.id}` };
}

onEachEngine((database) => {
  const evidence = () => database().owner.selectFrom('evidence').selectAll().execute();

  describe('whoever offers a note', () => {
    it('writes it, sees what will be read, and sends it', async () => {
      const world = await openWorld(database());
      const amir = await world.as('colleague');
      const page = `/people/${idOf('engineer')}/offers`;
      expect(textOf(await amir.html(`${page}/new`))).toContain('Offer Rosa Lindqvist a note');
      const check = await (await amir.post(page, { text: NOTE, 'happened-on': '2026-03-12' })).text();
      expect(textOf(check)).toContain('Offer this to Rosa Lindqvist?');
      expect(check).toContain('<strong>berth</strong>');
      expect(await database().owner.selectFrom('offer').selectAll().execute()).toEqual([]);
      const { answer, id } = await offered(world);
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/offers?done=offered']);
      const [mail] = await database().owner.selectFrom('mail').selectAll().execute();
      expect(mail).toMatchObject({ address: emailOf('engineer'), kind: 'offer' });
      expect(mail?.body).toContain(`http://cairn.test/offers/${id}`);
      expect(`${mail?.subject} ${mail?.body}`).not.toContain('ferry');
      const events = await database()
        .owner.selectFrom('event')
        .selectAll()
        .where('kind', '=', 'record')
        .execute();
      expect(events).toMatchObject([
        { verb: 'offer.made', actor: idOf('colleague'), about: idOf('engineer'), subject: `offer:${id}` },
      ]);
      expect(await evidence()).toEqual([]);
    });

    it('gets the form back with everything that was typed', async () => {
      const world = await openWorld(database());
      const amir = await world.as('colleague');
      const page = `/people/${idOf('engineer')}/offers`;
      for (const [fields, message] of [
        [{ text: ' ' }, 'Write what happened'],
        [{ text: NOTE, 'happened-on': '2999-01-01' }, 'Choose a day that is not in the future'],
      ] as const) {
        const answer = await amir.post(page, fields);
        expect(answer.status).toBe(422);
        expect(textOf(await answer.text())).toContain(message);
      }
      const change = await amir.post(page, { text: NOTE, 'happened-on': '2026-03-12', checked: 'change' });
      expect(textOf(await change.text())).toContain(NOTE);
    });

    it('can be a manager, and takes back what nobody answered', async () => {
      const world = await openWorld(database());
      const { page } = await offered(world, 'lineManager');
      const daniel = await world.as('lineManager');
      expect(textOf(await daniel.html(page))).toContain('Waiting for their answer.');
      expect((await daniel.post(`${page}/withdrawal`)).headers.get('location')).toBe(
        '/offers?done=taken-back',
      );
      expect((await (await world.as('engineer')).get(page)).status).toBe(404);
      expect((await daniel.post(`${page}/withdrawal`)).status).toBe(404);
    });

    it('offers nothing to oneself, to somebody who has left, or to nobody', async () => {
      const world = await openWorld(database());
      const { owner } = database();
      await owner
        .updateTable('person')
        .set({ left_on: '2026-01-31' })
        .where('id', '=', idOf('formerManager'))
        .execute();
      const amir = await world.as('colleague');
      for (const to of [
        idOf('colleague'),
        idOf('formerManager'),
        '01930000-0000-7000-8000-00000000ffff',
        'x',
      ]) {
        expect((await amir.get(`/people/${to}/offers/new`)).status).toBe(404);
        expect((await amir.post(`/people/${to}/offers`, { text: NOTE, checked: 'yes' })).status).toBe(404);
      }
    });
  });

  describe('whom it is offered to', () => {
    it('changes the words, and accepts it as evidence that only they can read', async () => {
      const world = await openWorld(database());
      const { page } = await offered(world);
      const rosa = await world.as('engineer');
      expect(textOf(await rosa.html('/offers'))).toContain('calmed the ferry company');
      expect(textOf(await rosa.html(page))).toContain('Amir Haddad offers you a note');
      const answer = await rosa.post(`${page}/acceptance`, { text: OWN_WORDS, 'happened-on': '2026-03-13' });
      const [piece] = await evidence();
      expect(answer.headers.get('location')).toBe(`/evidence/${piece?.id}?done=noted`);
      expect(piece).toMatchObject({
        person_id: idOf('engineer'),
        text: OWN_WORDS,
        happened_on: '2026-03-13',
        came_by: 'offer',
        shared_at: null,
        release_version: NEWEST,
      });
      expect(textOf(await rosa.html(`/evidence/${piece?.id}`))).toContain('Offered to you by Amir Haddad.');
      expect(textOf(await rosa.html(page))).toContain('You accepted it on');
      const amir = await world.as('colleague');
      expect(textOf(await amir.html(page))).toContain('Taken.');
      expect((await amir.get(`/evidence/${piece?.id}`)).status).toBe(404);
      expect(await amir.html(page)).not.toContain(piece?.id);
    });

    it('leaves it: whoever offered it sees that it was not taken, and nothing else', async () => {
      const world = await openWorld(database());
      const { page } = await offered(world);
      const rosa = await world.as('engineer');
      expect((await rosa.post(`${page}/refusal`)).headers.get('location')).toBe('/offers?done=declined');
      expect(textOf(await rosa.html('/offers'))).toContain('You left it.');
      const amir = textOf(await (await world.as('colleague')).html(page));
      expect(amir).toContain('Not taken.');
      expect(amir).not.toContain('left it');
      expect(await evidence()).toEqual([]);
    });

    it('answers once', async () => {
      const world = await openWorld(database());
      const { page } = await offered(world);
      const rosa = await world.as('engineer');
      await rosa.post(`${page}/refusal`);
      expect((await rosa.post(`${page}/acceptance`, { text: OWN_WORDS })).status).toBe(404);
      expect((await rosa.post(`${page}/refusal`)).status).toBe(404);
      const amir = await world.as('colleague');
      expect((await amir.post(`${page}/withdrawal`)).status).toBe(404);
      expect(await evidence()).toEqual([]);
    });

    it('gets the form back where their words cannot be taken', async () => {
      const world = await openWorld(database());
      const { page } = await offered(world);
      const answer = await (await world.as('engineer')).post(`${page}/acceptance`, { text: '  ' });
      expect(answer.status).toBe(422);
      expect(textOf(await answer.text())).toContain('Write what happened');
    });

    it('keeps an offer, and what came of it, when its giver is erased', async () => {
      const world = await openWorld(database());
      const { page } = await offered(world);
      await database().owner.deleteFrom('person').where('id', '=', idOf('colleague')).execute();
      const rosa = await world.as('engineer');
      expect(textOf(await rosa.html(page))).toContain('Somebody who is no longer here offers you a note');
      expect((await rosa.post(`${page}/acceptance`, { text: OWN_WORDS })).status).toBe(303);
    });
  });

  describe('everybody else', () => {
    it('finds no offer between two others, and answers none', async () => {
      const world = await openWorld(database());
      const { page } = await offered(world);
      const between: Name[] = ['engineer', 'colleague'];
      for (const name of NAMES.filter((other) => !between.includes(other))) {
        const visitor = await world.as(name);
        expect([name, (await visitor.get(page)).status]).toEqual([name, 404]);
        for (const part of ['acceptance', 'refusal', 'withdrawal'])
          expect((await visitor.post(`${page}/${part}`, { text: OWN_WORDS })).status).toBe(404);
        expect(textOf(await visitor.html('/offers'))).not.toContain('ferry');
      }
      const amir = await world.as('colleague');
      expect((await amir.post(`${page}/acceptance`, { text: OWN_WORDS })).status).toBe(404);
      expect((await amir.post(`${page}/refusal`)).status).toBe(404);
      expect(await evidence()).toEqual([]);
      expect((await world.visitor.get(page)).status).toBe(303);
    });

    it('writes into no record by SQL either: whoever offers cannot accept, nor answer before', async () => {
      const world = await openWorld(database());
      const { id } = await offered(world);
      const { db } = database();
      const changed = await asViewer(db, idOf('colleague'), (transaction) =>
        transaction
          .updateTable('offer')
          .set({ answer: 'accepted', answered_at: new Date() })
          .where('id', '=', id)
          .executeTakeFirst(),
      );
      expect(changed.numUpdatedRows).toBe(0n);
      const now = new Date();
      await expect(
        asViewer(db, idOf('colleague'), (transaction) =>
          transaction
            .insertInto('evidence')
            .values({
              id,
              person_id: idOf('engineer'),
              text: NOTE,
              happened_on: '2026-03-12',
              kind: null,
              noted_at: now,
              changed_at: now,
              version: 1,
              shared_at: null,
              framework_id: null,
              release_version: null,
              came_by: 'offer',
            })
            .execute(),
        ),
      ).rejects.toThrow();
      await expect(
        asViewer(db, idOf('engineer'), (transaction) =>
          transaction.updateTable('offer').set({ text: 'Other words' }).where('id', '=', id).execute(),
        ),
      ).rejects.toThrow();
    });
  });
});
