import { expect, it } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import type { Name } from '../../../../test/world.ts';
import type { Database } from '../../../db/connect.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { tellOfEnds } from '../index.ts';
import {
  agree,
  answer,
  begin,
  day,
  idOf,
  LEAD,
  mailsIn,
  openTalkWorld,
  reveal,
  submit,
  textOf,
  writeRow,
} from './talk-world.ts';

const [INCIDENTS] = LEAD;

onEachEngine((database) => {
  const told = async () => {
    const count = await inTransaction(database().job, (db) =>
      tellOfEnds(db, { baseUrl: 'http://cairn.test', now: new Date() }),
    );
    const mails = await mailsIn(database());
    return { count, mails: mails.filter(({ kind }) => kind === 'conversation ended') };
  };

  it('while preparing: drafts go to nobody, and the person is told exactly what', async () => {
    const { world, rosa, daniel } = await openTalkWorld(database());
    const when = { day: day(9), time: '10:00', minutes: '60' };
    const talk = await begin(rosa, 'lineManager', 'harbour/lead', when);
    await answer(rosa, talk, INCIDENTS, { note: 'Mine alone' });
    await answer(daniel, talk, INCIDENTS, { note: 'A draft of Daniel' });
    await submit(rosa, talk);
    await changeManager(database(), 'engineer', 'formerManager');
    const page = textOf(await rosa.html(`/conversations/${talk}`));
    expect(page).toContain('Ended, because Daniel Okafor is no longer the line manager of Rosa Lindqvist.');
    expect(page).toContain('What you wrote stays yours: nobody else can read it, and it is never revealed.');
    expect(page).toContain('What Daniel Okafor had drafted was removed. It went to nobody.');
    const { owner } = database();
    const left = await owner.selectFrom('view_answer').select(['side', 'note']).execute();
    expect(left).toEqual([{ side: 'person', note: 'Mine alone' }]);
    expect((await daniel.post(`/conversations/${talk}/submissions`)).status).toBe(404);
    expect((await daniel.get(`/conversations/${talk}/prepare`)).status).toBe(404);
    // The new manager sees that there was one, and begins afresh.
    const petra = await world.as('formerManager');
    expect(await petra.html(`/conversations/${talk}`)).not.toContain('Mine alone');
    expect((await petra.get(`/conversations/${talk}/prepare`)).status).toBe(404);
    const fresh = await begin(petra, 'engineer');
    expect(textOf(await petra.html(`/conversations/${fresh}/prepare`))).not.toContain('A draft of Daniel');
  });

  it('tells both by mail, once, and takes the date out of their calendars', async () => {
    const { rosa } = await openTalkWorld(database());
    const when = { day: day(9), time: '10:00', minutes: '60' };
    const talk = await begin(rosa, 'lineManager', 'harbour/lead', when);
    await changeManager(database(), 'engineer', 'formerManager');
    const { count, mails } = await told();
    expect(count).toBe(1);
    expect(mails.map(({ address }) => address)).toEqual([
      'engineer@harbour.example',
      'linemanager@harbour.example',
    ]);
    expect(mails[0]?.body).toContain('What Daniel Okafor had drafted was removed, and went to nobody.');
    expect(mails[0]?.body).toContain(
      'they read records that were agreed in your current role, and no drafts',
    );
    expect(mails[0]?.calendar).toContain('METHOD:CANCEL');
    expect(mails[0]?.calendar).toContain('SEQUENCE:1');
    expect(mails[1]?.body).toContain('You keep the records that you signed, and nothing newer.');
    expect(await told()).toEqual({ count: 0, mails });
    expect(talk).toBeDefined();
  });

  it('after the reveal: the old manager reads no more than what they signed', async () => {
    const people = await openTalkWorld(database());
    const { world, rosa, daniel } = people;
    const signed = await begin(rosa, 'lineManager');
    await reveal(people, signed, { person: { [INCIDENTS]: { note: 'Of the signed one' } } });
    await agree(people, signed);
    const open = await begin(rosa, 'lineManager');
    await reveal(people, open, { person: { [INCIDENTS]: { note: 'Of the open one' } } });
    await writeRow(daniel, open, INCIDENTS, { outcome: 'sometimes' });
    await changeManager(database(), 'engineer', 'formerManager');
    expect(textOf(await daniel.html(`/conversations/${signed}/record`))).toContain('Of the signed one');
    for (const part of ['talk', 'check', 'pack', 'record']) {
      expect([part, (await daniel.get(`/conversations/${open}/${part}`)).status]).toEqual([part, 404]);
    }
    expect((await writeRow(daniel, open, INCIDENTS, { outcome: 'not yet' })).status).toBe(404);
    expect(textOf(await rosa.html(`/conversations/${open}/talk`))).toContain('Of the open one');
    expect((await writeRow(rosa, open, INCIDENTS, { outcome: 'not yet' })).status).toBe(403);
    const petra = await world.as('formerManager');
    expect(textOf(await petra.html(`/conversations/${signed}/record`))).toContain('Of the signed one');
    expect((await petra.get(`/conversations/${open}/talk`)).status).toBe(404);
  });

  it('a new manager reads records of the current role, and none from before it', async () => {
    const people = await openTalkWorld(database());
    const { world, rosa } = people;
    const talk = await begin(rosa, 'lineManager');
    await reveal(people, talk);
    await agree(people, talk);
    await database()
      .owner.updateTable('level_held')
      .set({ since: day(1) })
      .execute();
    await changeManager(database(), 'engineer', 'formerManager');
    const petra = await world.as('formerManager');
    expect((await petra.get(`/conversations/${talk}/record`)).status).toBe(404);
    expect((await rosa.get(`/conversations/${talk}/record`)).status).toBe(200);
  });

  it('a record that was reopened and not agreed again stays as it was agreed', async () => {
    const people = await openTalkWorld(database());
    const { rosa, daniel } = people;
    const talk = await begin(rosa, 'lineManager');
    await reveal(people, talk);
    await writeRow(rosa, talk, INCIDENTS, { outcome: 'sometimes', sentence: 'As it was.' });
    await agree(people, talk);
    await rosa.post(`/conversations/${talk}/reopenings`, { reason: 'A date is wrong' });
    await daniel.post(`/conversations/${talk}/reopenings/answers`, { answer: 'yes' });
    await changeManager(database(), 'engineer', 'formerManager');
    expect(textOf(await rosa.html(`/conversations/${talk}`))).toContain('What you both signed before stays');
    for (const visitor of [rosa, daniel]) {
      expect(await visitor.html(`/conversations/${talk}/record`)).toContain('As it was.');
    }
  });

  it('somebody leaves: it closes with what was agreed', async () => {
    const people = await openTalkWorld(database());
    const { rosa, daniel } = people;
    const talk = await begin(rosa, 'lineManager');
    await answer(daniel, talk, INCIDENTS, { note: 'A draft of Daniel' });
    await database()
      .owner.updateTable('person')
      .set({ left_on: day(0) })
      .where('id', '=', idOf('lineManager'))
      .execute();
    expect(textOf(await rosa.html(`/conversations/${talk}`))).toContain('Ended, because somebody left.');
    const { mails } = await told();
    expect(mails.map(({ address }) => address)).toEqual(['engineer@harbour.example']);
    expect((await rosa.post(`/conversations/${talk}/submissions`)).status).toBe(403);
  });

  it.each([
    ['before the reveal', false],
    ['after it', true],
  ])('the manager has themselves erased %s: it closes with what was agreed', async (_when, revealed) => {
    const people = await openTalkWorld(database());
    const { rosa, daniel } = people;
    const talk = await begin(rosa, 'lineManager');
    await answer(daniel, talk, INCIDENTS, { note: 'A draft of Daniel' });
    if (revealed) await reveal(people, talk);
    await daniel.post('/you/erasure', { words: 'erase me' });
    expect(textOf(await rosa.html(`/conversations/${talk}`))).toContain('Ended, because somebody left.');
    const drafts = await database()
      .owner.selectFrom('view_answer')
      .select('side')
      .where('side', '=', 'manager')
      .execute();
    expect(drafts.length > 0).toBe(revealed);
    const { mails } = await told();
    expect(mails.map(({ address }) => address)).toEqual(['engineer@harbour.example']);
    expect((await rosa.post(`/conversations/${talk}/submissions`)).status).toBe(403);
  });

  it('one side ends it: what each wrote stays theirs, and is never revealed', async () => {
    const { rosa, daniel } = await openTalkWorld(database());
    const talk = await begin(rosa, 'lineManager');
    await answer(rosa, talk, INCIDENTS, { note: 'Mine alone' });
    await submit(daniel, talk);
    expect(textOf(await rosa.html(`/conversations/${talk}/end`))).toContain('Neither view is revealed');
    await rosa.post(`/conversations/${talk}/ends`);
    expect((await rosa.post(`/conversations/${talk}/submissions`)).status).toBe(403);
    expect((await daniel.get(`/conversations/${talk}/talk`)).status).toBe(404);
    const { owner } = database();
    expect(await owner.selectFrom('view_answer').select('note').execute()).toEqual([{ note: 'Mine alone' }]);
  });

  it('erasing somebody takes their conversations with them, and lets the other’s records stand', async () => {
    const people = await openTalkWorld(database());
    const { rosa, daniel } = people;
    const talk = await begin(rosa, 'lineManager');
    await reveal(people, talk);
    await agree(people, talk);
    const { owner } = database();
    await owner.deleteFrom('person').where('id', '=', idOf('lineManager')).execute();
    expect(textOf(await rosa.html(`/conversations/${talk}/record`))).toContain('somebody who was erased');
    await owner.deleteFrom('person').where('id', '=', idOf('engineer')).execute();
    for (const table of ['conversation', 'view_submission', 'signature', 'agreed_record'] as const) {
      expect(await owner.selectFrom(table).selectAll().execute()).toEqual([]);
    }
    expect(daniel).toBeDefined();
  });

  it('a deputy past their days goes on reading nothing', async () => {
    const people = await openTalkWorld(database());
    const { world, rosa, daniel } = people;
    const deputy = await world.as('deputy');
    const talk = await begin(deputy, 'engineer');
    await reveal({ rosa, daniel: deputy }, talk);
    await database()
      .owner.updateTable('deputy')
      .set({ first_day: day(-9), last_day: day(-2) })
      .execute();
    expect((await deputy.get(`/conversations/${talk}/talk`)).status).toBe(404);
    // The line manager, in whose place it was, goes on with it.
    await agree({ rosa, daniel }, talk);
    expect(textOf(await rosa.html(`/conversations/${talk}/record`))).toContain('Daniel Okafor ,');
  });
});

/** As an administrator does it: the old line ends, a new one begins. */
async function changeManager({ owner }: Database, person: Name, manager: Name): Promise<void> {
  const now = new Date();
  await owner
    .updateTable('reporting_line')
    .set({ until: now })
    .where('person_id', '=', idOf(person))
    .where('until', 'is', null)
    .execute();
  await owner
    .insertInto('reporting_line')
    .values({ person_id: idOf(person), manager_id: idOf(manager), since: now, until: null })
    .execute();
}
