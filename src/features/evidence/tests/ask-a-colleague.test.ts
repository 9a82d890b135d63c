import { expect, it } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { emailOf, idOf, NAMES, openWorld } from '../../../../test/world.ts';
import { textOf } from '../../framework/tests/site.ts';
import { asked, evidenceOf } from './asks-world.ts';

onEachEngine((database) => {
  it('finds a colleague by a part of the name, and shows first what they will see', async () => {
    const world = await openWorld(database());
    const id = await evidenceOf(database(), 'engineer');
    const rosa = await world.as('engineer');
    const page = `/evidence/${id}/confirmations/new`;
    expect(await rosa.html(page)).toContain('data-find-people');
    const found = await rosa.html(`${page}?q=hadd`);
    expect(found).toContain(`${page}?colleague=${idOf('colleague')}`);
    expect(textOf(found)).toContain('Night watch, Leith');
    expect(textOf(await rosa.html(`${page}?q=Nobody%25`))).toContain('Nobody here is called');
    expect(await rosa.html(`${page}?q=rosa`)).not.toContain(`colleague=${idOf('engineer')}`);
    const check = textOf(await rosa.html(`${page}?colleague=${idOf('colleague')}`));
    expect(check).toContain('Ask Amir Haddad?');
    expect(check).toContain('crane outage from the first call');
  });

  it('answers the page’s script with names and places only', async () => {
    const rosa = await (await openWorld(database())).as('engineer');
    const answer = await rosa.get('/confirmations/colleagues?q=amir');
    expect(await answer.json()).toEqual([
      { id: idOf('colleague'), name: 'Amir Haddad', team: 'Night watch', site: 'Leith' },
    ]);
    expect(await (await rosa.get('/confirmations/colleagues')).json()).toEqual([]);
  });

  it('sends a link without the text, keeps only its digest, and records the ask', async () => {
    const world = await openWorld(database());
    const evidence = await evidenceOf(database(), 'engineer');
    const { answer, id, link } = await asked(world, evidence);
    expect(answer.headers.get('location')).toBe(`/evidence/${evidence}/confirmations?done=asked`);
    const { owner } = database();
    const mails = await owner.selectFrom('mail').selectAll().execute();
    expect(mails).toMatchObject([{ address: emailOf('colleague'), kind: 'confirmation' }]);
    expect(`${mails[0]?.subject} ${mails[0]?.body}`).not.toContain('crane');
    expect(link).not.toBe('');
    const rows = await owner.selectFrom('confirmation').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(link.split('/').at(-1));
    const days = ((rows[0]?.expires_at.getTime() ?? 0) - (rows[0]?.asked_at.getTime() ?? 0)) / 86_400_000;
    expect(days).toBe(30);
    const events = await owner.selectFrom('event').selectAll().where('kind', '=', 'record').execute();
    const rosa = idOf('engineer');
    expect(events).toMatchObject([
      { verb: 'confirmation.asked', actor: rosa, about: rosa, subject: `confirmation:${id}` },
    ]);
    const page = textOf(
      await (await world.as('engineer')).html(`/evidence/${evidence}/confirmations?done=asked`),
    );
    expect(page).toContain('Amir Haddad was asked on');
  });

  it('asks each colleague once about a piece', async () => {
    const world = await openWorld(database());
    const evidence = await evidenceOf(database(), 'engineer');
    await asked(world, evidence);
    const { answer } = await asked(world, evidence);
    expect(answer.headers.get('location')).toContain('?done=again');
    expect(await database().owner.selectFrom('mail').selectAll().execute()).toHaveLength(1);
    await asked(world, evidence, { of: 'lineManager' });
    expect(await database().owner.selectFrom('confirmation').selectAll().execute()).toHaveLength(2);
  });

  it('can be taken back while nobody has answered: the link then leads nowhere', async () => {
    const world = await openWorld(database());
    const evidence = await evidenceOf(database(), 'engineer');
    const { id, link } = await asked(world, evidence);
    const rosa = await world.as('engineer');
    const withdrawal = `/evidence/${evidence}/confirmations/${id}/withdrawal`;
    expect((await rosa.post(withdrawal)).headers.get('location')).toContain('?done=taken-back');
    expect((await world.visitor.get(link)).status).toBe(404);
    expect(textOf(await (await world.as('colleague')).html('/confirmations'))).toContain(
      'Nothing waits for you',
    );
    expect((await rosa.post(withdrawal)).status).toBe(404);
    expect((await asked(world, evidence)).answer.headers.get('location')).toContain('?done=asked');
  });

  it('asks neither oneself nor somebody who has left or never was', async () => {
    const world = await openWorld(database());
    const evidence = await evidenceOf(database(), 'engineer');
    const rosa = await world.as('engineer');
    await database()
      .owner.updateTable('person')
      .set({ left_on: '2026-01-31' })
      .where('id', '=', idOf('formerManager'))
      .execute();
    for (const colleague of [idOf('engineer'), idOf('formerManager'), evidence, 'nobody', ''])
      expect((await rosa.post(`/evidence/${evidence}/confirmations`, { colleague })).status).toBe(404);
    expect(await rosa.html(`/evidence/${evidence}/confirmations/new?q=petra`)).not.toContain('Petra Novak');
    expect(await database().owner.selectFrom('confirmation').selectAll().execute()).toEqual([]);
  });

  it('is for the owner alone: nobody else asks about it or sees whom she asked, even where it is shared', async () => {
    const world = await openWorld(database());
    const evidence = await evidenceOf(database(), 'engineer', { shared: true });
    const { id } = await asked(world, evidence);
    const page = `/evidence/${evidence}/confirmations`;
    for (const name of NAMES.filter((other) => other !== 'engineer')) {
      const visitor = await world.as(name);
      for (const path of [page, `${page}/new`, `${page}/new?colleague=${idOf('steward')}`])
        expect([name, path, (await visitor.get(path)).status]).toEqual([name, path, 404]);
      expect((await visitor.post(page, { colleague: idOf('steward') })).status).toBe(404);
      expect((await visitor.post(`${page}/${id}/withdrawal`)).status).toBe(404);
    }
    expect(await database().owner.selectFrom('confirmation').selectAll().execute()).toHaveLength(1);
    expect((await world.visitor.get(page)).status).toBe(303);
  });
});
