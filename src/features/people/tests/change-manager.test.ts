import { expect, test } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { emailOf, idOf, openWorld } from '../../../../test/world.ts';
import { textOf } from '../../framework/tests/site.ts';
import { noteEvidence, readersOf } from './shared-evidence.ts';

const PLACE = `/administration/people/${idOf('engineer')}/manager`;

onEachEngine((database) => {
  test('from the moment of the change the new manager reads, and the old one and their deputy do not', async () => {
    const { as } = await openWorld(database());
    const { shared, own } = await noteEvidence(database(), idOf('engineer'));
    expect(await readersOf(database(), shared)).toEqual(['engineer', 'lineManager', 'deputy']);
    const kit = await as('administrator');
    const check = await kit.post(PLACE, { manager: 'Petra Novak' });
    const said = textOf(await check.text());
    expect(said).toContain(
      'Daniel Okafor, and whoever stands in for them, no longer reads what Rosa Lindqvist shares',
    );
    expect(said).toContain(
      'Petra Novak, and whoever stands in for them, reads everything that Rosa Lindqvist has shared',
    );
    expect(await readersOf(database(), shared)).toEqual(['engineer', 'lineManager', 'deputy']);

    const done = await kit.post(PLACE, { manager: emailOf('formerManager'), checked: 'yes' });
    expect(done.status).toBe(303);
    expect(await readersOf(database(), shared)).toEqual(['engineer', 'formerManager']);
    expect(await readersOf(database(), own)).toEqual(['engineer']);
  });

  test('the person is told, by mail and on their own page, and the history stays', async () => {
    const { as } = await openWorld(database());
    const kit = await as('administrator');
    await kit.post(PLACE, { manager: emailOf('formerManager'), checked: 'yes' });
    const [mail] = await database().owner.selectFrom('mail').selectAll().execute();
    expect(mail).toMatchObject({
      person_id: idOf('engineer'),
      subject: 'Petra Novak is your line manager now',
    });
    expect(mail?.body).toMatch(/^From \d+ \w+ \d{4} Petra Novak reads what you share with your manager\./);
    const rosa = await as('engineer');
    expect(textOf(await rosa.html('/you'))).toMatch(
      /From \d+ \w+ \d{4} Petra Novak reads what you share with your manager\./,
    );
    const history = textOf(await kit.html(`/administration/people/${idOf('engineer')}`));
    expect(history).toMatch(/Petra Novak since .*Daniel Okafor since .* until .*Petra Novak since .* until/s);
  });

  test('somebody may report to nobody, and that is shown', async () => {
    const { as } = await openWorld(database());
    const { shared } = await noteEvidence(database(), idOf('engineer'));
    const kit = await as('administrator');
    await kit.post(PLACE, { manager: '', checked: 'yes' });
    expect(await readersOf(database(), shared)).toEqual(['engineer']);
    expect(textOf(await kit.html(`/people/${idOf('engineer')}`))).toContain('Reports toNobody');
    expect(textOf(await kit.html('/people/line'))).toMatch(
      /Others who report to nobody[\s\S]*Rosa Lindqvist/,
    );
  });

  test('a loop is refused with the chain of names', async () => {
    const { as } = await openWorld(database());
    const kit = await as('administrator');
    const place = `/administration/people/${idOf('managersManager')}/manager`;
    const refused = await kit.post(place, { manager: emailOf('engineer'), checked: 'yes' });
    expect(refused.status).toBe(422);
    expect(textOf(await refused.text())).toContain(
      'Choose somebody else: then Olu Adeyemi would report to Rosa Lindqvist, who reports to Daniel Okafor, who reports to Olu Adeyemi',
    );
    const oneself = await kit.post(PLACE, { manager: emailOf('engineer') });
    expect(textOf(await oneself.text())).toContain('nobody reports to themselves');
  });

  test('two administrators at once cannot close a loop together', async () => {
    const { as } = await openWorld(database());
    const kit = await as('administrator');
    const change = (person: 'engineer' | 'colleague', manager: 'engineer' | 'colleague') =>
      kit.post(`/administration/people/${idOf(person)}/manager`, {
        manager: emailOf(manager),
        checked: 'yes',
      });
    const answers = await Promise.all([change('engineer', 'colleague'), change('colleague', 'engineer')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);
  });

  test('only administrators change it', async () => {
    const { as } = await openWorld(database());
    for (const name of ['engineer', 'lineManager', 'head', 'stranger'] as const) {
      const answer = await (await as(name)).post(PLACE, { manager: '', checked: 'yes' });
      expect(answer.status).toBe(404);
    }
  });
});
