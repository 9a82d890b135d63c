import { unzipSync } from 'fflate';
import { beforeEach, expect, test } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { day, idOf, openWorld, type World } from '../../../../test/world.ts';
import { actionBy, sent, textOf } from './plan-world.ts';

const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0);

onEachEngine((database) => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld(database());
    const rosa = await world.as('engineer');
    await sent(rosa, '/objectives', {
      text: 'Lead *a night*',
      why: 'I only hand over',
      tie: 'harbour/incidents-lead',
    });
    const id = await actionBy(database(), 'lineManager', { owner: idOf('lineManager'), dueOn: day(3) });
    await sent(rosa, `/actions/${id}/changes`, { change: 'moved', 'due-on': day(9), reason: 'Fog' });
    const learning = await sent(rosa, '/learning', { text: 'Radar logs', state: 'learnt' });
    await sent(rosa, `/learning/${learning.id}/shares`);
    await sent(rosa, '/learning', { text: 'Kept to herself', state: 'wanted' });
    await sent(rosa, '/qualifications', {
      name: 'Harbour radio',
      until: '2099-03-31',
      file: new File([PNG], 'card.png'),
    });
    const daniel = await world.as('lineManager');
    await sent(daniel, `/team/${idOf('engineer')}/notes`, { text: 'Asked to lead the next one' });
  });

  test('everything about somebody holds their plan, and what managers noted about them', async () => {
    const answer = await (await world.as('engineer')).get('/you/everything.zip');
    const archive = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    const text = (name: string) => new TextDecoder().decode(archive[name]);
    const data = JSON.parse(text('plan.json'));
    expect(data).toMatchObject({
      objectives: [
        {
          text: 'Lead *a night*',
          ties: [{ expectation: 'incidents-lead' }],
          said: [{ by: 'Rosa Lindqvist' }],
        },
      ],
      actions: [{ doneBy: 'Daniel Okafor', changes: [{ change: 'moved', reason: 'Fog' }] }],
      qualifications: [{ name: 'Harbour radio', file: { name: 'card.png', size: PNG.length } }],
      notesAboutYou: [{ by: 'Daniel Okafor', text: 'Asked to lead the next one' }],
    });
    expect(data.learning).toHaveLength(2);
    const words = text('plan.md');
    for (const part of [
      '> Lead \\*a night\\*',
      'moved by Rosa Lindqvist; Fog',
      'held until March 2099',
      '> Asked to lead the next one',
    ])
      expect(words).toContain(part);
    const file = Object.keys(archive).find((name) => name.endsWith('card.png')) ?? '';
    expect(file).toMatch(/^plan-files\//);
    expect(archive[file]).toEqual(PNG);
  });

  test('a manager’s own archive holds nothing of a report but what they are to do', async () => {
    const answer = await (await world.as('lineManager')).get('/you/everything.zip');
    const archive = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    const plan = new TextDecoder().decode(archive['plan.json']);
    expect(JSON.parse(plan)).toMatchObject({ objectives: [], learning: [], notesAboutYou: [] });
    expect(JSON.parse(plan).actions).toMatchObject([{ for: 'Rosa Lindqvist', doneBy: 'Daniel Okafor' }]);
  });

  test('somebody sees what their manager sees of it', async () => {
    const page = textOf(await (await world.as('engineer')).html('/you/as-manager'));
    expect(page).toMatch(/your objectives \(1\) and the actions for you \(1\)/);
    expect(page).toContain('Radar logs');
    expect(page).not.toContain('Kept to herself');
  });

  test('somebody is told what goes when they are erased, and it goes', async () => {
    expect(textOf(await (await world.as('engineer')).html('/you/erasure'))).toMatch(
      /Your plan: 1 objective and 1 action/,
    );
    expect(textOf(await (await world.as('lineManager')).html('/you/erasure'))).toContain(
      '1 action of others that you were to do',
    );
    const { owner } = database();
    await owner.deleteFrom('person').where('id', '=', idOf('engineer')).execute();
    for (const table of ['objective', 'action', 'learning', 'qualification', 'manager_note'] as const) {
      expect(await owner.selectFrom(table).select('id').execute()).toEqual([]);
    }
  });

  test('whose page says who looked, in words', async () => {
    await (await world.as('lineManager')).html(`/people/${idOf('engineer')}/plan`);
    await (await world.as('deputy')).html(`/people/${idOf('engineer')}/learning`);
    const page = textOf(await (await world.as('engineer')).html('/you/who-looked'));
    expect(page).toContain('your objectives and actions');
    expect(page).toContain('the learning and qualifications that you share');
  });
});
