import { expect, it } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { emailOf, idOf, NAMES, openWorld } from '../../../../test/world.ts';
import { textOf } from '../../framework/tests/site.ts';
import { ask, recorded, sent } from './asked.ts';

const ANSWER = 'It means the tide itself. We will say so in the next release.';

onEachEngine((database) => {
  it('is answered in place, and whoever asked is told by mail', async () => {
    const world = await openWorld(database());
    const rosa = await world.as('engineer');
    const { page, id } = await ask(rosa);
    const answer = await (await world.as('steward')).post(`${page}/answers`, { text: ANSWER });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${page}?done=answered`]);
    const html = textOf(await rosa.html(page));
    expect(html).toContain(ANSWER);
    expect(html).toContain('Mei Tanaka');
    const mail = (await sent(database())).at(-1);
    expect(mail).toMatchObject({ address: emailOf('engineer'), kind: 'answer' });
    expect(mail?.body).toContain(`http://cairn.test${page}`);
    expect(mail?.body).not.toContain('tide');
    expect((await recorded(database())).at(-1)).toMatchObject({
      actor: idOf('steward'),
      verb: 'question.answered',
      subject: `question:${id}`,
      about: idOf('engineer'),
    });
  });

  it('comes back with what was typed where nothing was, or too much', async () => {
    const world = await openWorld(database());
    const { page } = await ask(await world.as('engineer'));
    const mei = await world.as('steward');
    for (const [text, message] of [
      [' ', 'Write your answer'],
      ['y'.repeat(4001), 'Shorten it to 4000 characters'],
    ] as const) {
      const answer = await mei.post(`${page}/answers`, { text });
      expect(answer.status).toBe(422);
      expect(textOf(await answer.text())).toContain(message);
    }
  });

  it('takes an answer from nobody but a steward of that framework', async () => {
    const world = await openWorld(database());
    const { page } = await ask(await world.as('engineer'), { visible: 'everybody' });
    for (const name of NAMES.filter((other) => other !== 'steward')) {
      const visitor = await world.as(name);
      expect(await visitor.html(page)).not.toContain('/answers');
      expect((await visitor.post(`${page}/answers`, { text: ANSWER })).status).toBe(404);
    }
    expect(await database().owner.selectFrom('wording_answer').selectAll().execute()).toEqual([]);
  });

  it('stays when its steward or its asker is erased, without their name', async () => {
    const world = await openWorld(database());
    const { page } = await ask(await world.as('engineer'), { visible: 'everybody' });
    await (await world.as('steward')).post(`${page}/answers`, { text: ANSWER });
    const { owner } = database();
    await owner
      .deleteFrom('person')
      .where('id', 'in', [idOf('steward'), idOf('engineer')])
      .execute();
    const html = textOf(await (await world.as('colleague')).html(page));
    expect(html).toContain(ANSWER);
    expect(html).toContain('A steward who is no longer here');
    expect(html).toContain('Somebody who is no longer here');
    expect(html).not.toContain('Rosa');
  });
});
