import { expect, test } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { emailOf, openWorld } from '../../../../test/world.ts';
import { textOf } from '../../framework/tests/site.ts';
import { noteEvidence, readersOf } from './shared-evidence.ts';

const NEW = { name: 'Sunniva Berg', email: 'Sunniva@Harbour.example', staffNumber: '0042', site: 'Granton' };

onEachEngine((database) => {
  const sunniva = () =>
    database()
      .owner.selectFrom('person')
      .select('id')
      .where('email', '=', 'sunniva@harbour.example')
      .executeTakeFirst();

  test('somebody who joins is in the directory, and their manager reads what they share from then on', async () => {
    const { as } = await openWorld(database());
    const kit = await as('administrator');
    const added = await kit.post('/administration/people', { ...NEW, manager: emailOf('lineManager') });
    expect(added.status).toBe(303);
    expect(textOf(await kit.html(added.headers.get('location') ?? ''))).toContain(
      'They are in the directory',
    );
    const person = await sunniva();
    const { shared, own } = await noteEvidence(database(), person?.id ?? '');
    expect(await readersOf(database(), shared)).toEqual(['lineManager', 'deputy']);
    expect(await readersOf(database(), own)).toEqual([]);
    expect(await (await as('stranger')).html('/people')).toContain('Sunniva Berg');
  });

  test('a staff number is for the person and administrators alone', async () => {
    const { as } = await openWorld(database());
    const kit = await as('administrator');
    await kit.post('/administration/people', { ...NEW, manager: emailOf('lineManager') });
    const { id } = (await sunniva()) ?? { id: '' };
    expect(await kit.html(`/people/${id}`)).toContain('0042');
    for (const name of ['lineManager', 'engineer', 'head'] as const) {
      expect(await (await as(name)).html(`/people/${id}`)).not.toContain('0042');
    }
  });

  test('what is missing or taken is said beside its field, and everything typed is kept', async () => {
    const { as } = await openWorld(database());
    const kit = await as('administrator');
    const refused = await kit.post('/administration/people', {
      ...NEW,
      email: emailOf('engineer'),
      manager: 'Nobody Known',
      timeZone: 'Leith',
    });
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(html).toContain('href="#manager">Nobody here is called “Nobody Known”');
    expect(html).toContain('href="#timeZone">Write a time zone');
    expect(html).toContain('value="0042"');
    const taken = await kit.post('/administration/people', { ...NEW, email: emailOf('engineer') });
    expect(textOf(await taken.text())).toContain(
      'Choose another e-mail address: this one is Rosa Lindqvist’s',
    );
    expect(await sunniva()).toBeUndefined();
  });

  test('a name of 10,000 characters is refused, and kept in its field', async () => {
    const { as } = await openWorld(database());
    const kit = await as('administrator');
    const name = 'Sunniva '.repeat(1250).trim();
    const refused = await kit.post('/administration/people', { ...NEW, name });
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(html).toContain('href="#name">Shorten it to 200 characters');
    expect(html).toContain(`value="${name}"`);
    expect(await sunniva()).toBeUndefined();
  });

  test('a name of several people is not guessed', async () => {
    const { as } = await openWorld(database());
    const kit = await as('administrator');
    for (const email of ['one@harbour.example', 'two@harbour.example']) {
      await kit.post('/administration/people', { name: 'Ann Berg', email });
    }
    const refused = await kit.post('/administration/people', { ...NEW, manager: 'ann berg' });
    expect(textOf(await refused.text())).toContain(
      'Several people are called ann berg. Write the e-mail address instead: one@harbour.example, two@harbour.example',
    );
  });

  test('only administrators add anybody', async () => {
    const { as } = await openWorld(database());
    for (const name of ['head', 'lineManager', 'steward', 'stranger'] as const) {
      const visitor = await as(name);
      expect((await visitor.post('/administration/people', NEW)).status).toBe(404);
      expect((await visitor.get('/administration')).status).toBe(404);
      expect((await visitor.get('/administration/people/new')).status).toBe(404);
    }
    expect(await sunniva()).toBeUndefined();
  });
});
