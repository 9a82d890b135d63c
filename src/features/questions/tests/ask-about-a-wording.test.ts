import { expect, it } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { emailOf, idOf, NAMES, OLDER, openWorld, REWORDED } from '../../../../test/world.ts';
import { textOf } from '../../framework/tests/site.ts';
import { ask, recorded, sent, TEXT } from './asked.ts';

const FORM = '/questions/new?framework=harbour&expectation=incidents-watch';

onEachEngine((database) => {
  it('shows the wording in its release, and who will read the question', async () => {
    const world = await openWorld(database());
    const rosa = await world.as('engineer');
    const html = await rosa.html(FORM);
    expect(textOf(html)).toContain('asks for help before the tide turns');
    expect(html).toContain('/frameworks/harbour@1.1.0/levels/watch#incidents');
    expect(textOf(html)).toContain('Stewards today: Mei Tanaka.');
    const older = await rosa.html(
      `/questions/new?framework=harbour&version=${OLDER}&expectation=${REWORDED}`,
    );
    expect(textOf(older)).toContain('Leads a fault from the first call to the close.');
  });

  it('is led there from every expectation of what is released, once they are signed in', async () => {
    const world = await openWorld(database());
    const rosa = await world.as('engineer');
    const link = '/questions/new?framework=harbour&amp;expectation=incidents-watch';
    for (const page of ['levels/watch', 'competencies/incidents']) {
      expect(await rosa.html(`/frameworks/harbour/${page}`)).toContain(`href="${link}"`);
      expect(await world.visitor.html(`/frameworks/harbour/${page}`)).not.toContain('/questions/');
    }
    const older = await rosa.html(`/frameworks/harbour@${OLDER}/levels/lead`);
    expect(older).toContain(`framework=harbour&amp;version=${OLDER}&amp;expectation=${REWORDED}`);
    const mei = await world.as('steward');
    expect(await mei.html('/frameworks/harbour@draft/levels/watch')).not.toContain('/questions/');
  });

  it('finds nothing where no such wording is released', async () => {
    const rosa = await (await openWorld(database())).as('engineer');
    for (const query of [
      '',
      'framework=harbour&expectation=none',
      'framework=none&expectation=incidents-watch',
    ])
      expect((await rosa.get(`/questions/new?${query}`)).status).toBe(404);
    expect((await ask(rosa, { expectation: 'none' })).answer.status).toBe(404);
    expect((await ask(rosa, { version: '9.9.9' })).answer.status).toBe(404);
  });

  it('keeps the question with its release, tells the stewards, and records it', async () => {
    const world = await openWorld(database());
    const rosa = await world.as('engineer');
    const { answer, id, page } = await ask(rosa);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${page}?done=asked`]);
    const html = await rosa.html(`${page}?done=asked`);
    expect(textOf(html)).toContain(TEXT);
    expect(textOf(html)).toContain('Asked. The stewards were told');
    expect(textOf(await rosa.html('/questions'))).toContain(TEXT);
    const [mail, ...others] = await sent(database());
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ address: emailOf('steward'), kind: 'question' });
    expect(mail?.body).toContain(`http://cairn.test${page}`);
    expect(`${mail?.subject} ${mail?.body}`).not.toContain('tide');
    const rosaId = idOf('engineer');
    expect(await recorded(database())).toEqual([
      { actor: rosaId, verb: 'question.asked', subject: `question:${id}`, about: rosaId },
    ]);
    const row = await database().owner.selectFrom('wording_question').selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({ release_version: '1.1.0', visible_to: 'stewards', text: TEXT });
  });

  it('brings the form back with everything that was typed', async () => {
    const rosa = await (await openWorld(database())).as('engineer');
    for (const [fields, message] of [
      [{ text: '  ' }, 'Write what you would ask or suggest'],
      [{ visible: 'the world' }, 'Choose who may read it'],
      [{ text: 'x'.repeat(4001) }, 'Shorten it to 4000 characters'],
    ] as const) {
      const { answer } = await ask(rosa, fields);
      expect(answer.status).toBe(422);
      const html = await answer.text();
      expect(html).toContain('<title>Error: ');
      expect(textOf(html)).toContain(message);
      if (!('text' in fields)) expect(textOf(html)).toContain(TEXT);
    }
    expect(await sent(database())).toEqual([]);
  });

  it('is for the stewards and the asker alone: nobody else finds it', async () => {
    const world = await openWorld(database());
    const { page } = await ask(await world.as('engineer'));
    for (const name of NAMES) {
      const visitor = await world.as(name);
      const reads = name === 'engineer' || name === 'steward';
      expect([name, (await visitor.get(page)).status]).toEqual([name, reads ? 200 : 404]);
      if (reads) continue;
      expect(textOf(await visitor.html('/questions'))).not.toContain(TEXT);
      expect(textOf(await visitor.html(FORM))).not.toContain(TEXT);
    }
    expect((await world.visitor.get(page)).status).toBe(303);
    expect((await (await world.as('engineer')).get('/questions/not-an-id')).status).toBe(404);
  });

  it('tells the asker which steward opened it', async () => {
    const world = await openWorld(database());
    const { page, id } = await ask(await world.as('engineer'));
    await (await world.as('steward')).html(page);
    await (await world.as('engineer')).html(page);
    const openings = (await recorded(database())).filter(({ verb }) => verb === 'question.opened');
    expect(openings).toEqual([
      {
        actor: idOf('steward'),
        verb: 'question.opened',
        subject: `question:${id}`,
        about: idOf('engineer'),
      },
    ]);
  });

  it('asks a visitor to sign in, and takes no form from another site', async () => {
    const world = await openWorld(database());
    expect((await world.visitor.get(FORM)).headers.get('location')).toContain('/sign-in?to=');
    expect((await ask(world.visitor)).answer.status).toBe(401);
    const rosa = await world.as('engineer');
    const foreign = await rosa.post('/questions', { text: TEXT }, { origin: 'https://evil.example' });
    expect(foreign.status).toBe(403);
    expect((await rosa.post('/questions', { text: TEXT, token: 'another' })).status).toBe(403);
  });
});
