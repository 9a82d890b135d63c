import { beforeEach, describe, expect, test } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { idOf, NAMES, openWorld, type World } from '../../../../test/world.ts';
import { sent, textOf } from './plan-world.ts';

onEachEngine((database) => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld(database());
  });

  const chosen = () => database().owner.selectFrom('preference').selectAll().execute();
  const rhythm = async () =>
    (
      await database()
        .owner.selectFrom('setting')
        .select('value')
        .where('key', '=', 'talk-rhythm')
        .executeTakeFirst()
    )?.value;

  describe('somebody who chooses how they are reminded', () => {
    test('finds reminders on, Monday’s mail off, and the evening quiet', async () => {
      const page = await (await world.as('engineer')).html('/you/reminders');
      expect(page).toMatch(/name="reminder-mail" value="yes" checked/);
      expect(page).not.toMatch(/name="monday-mail" value="yes" checked/);
      expect(page).toContain('<option value="18" selected>18:00</option>');
      expect(page).toContain('Hours in Europe/London.');
    });

    test('keeps what they chose, and changes it', async () => {
      const rosa = await world.as('engineer');
      const hours = { 'quiet-from': '22', 'quiet-until': '6' };
      const { location } = await sent(rosa, '/you/reminders', { 'monday-mail': 'yes', ...hours });
      expect(textOf(await rosa.html(location))).toContain('Saved.');
      expect(await chosen()).toMatchObject([
        {
          person_id: idOf('engineer'),
          monday_mail: true,
          reminder_mail: false,
          quiet_from: 22,
          quiet_until: 6,
        },
      ]);
      await sent(rosa, '/you/reminders', { 'reminder-mail': 'yes', ...hours });
      expect(await chosen()).toMatchObject([{ monday_mail: false, reminder_mail: true }]);
    });

    test.each(['', '24', '-1', '7.5', 'x'])('cannot choose the hour “%s”', async (hour) => {
      const rosa = await world.as('engineer');
      const fields = { 'monday-mail': 'yes', 'quiet-from': '9', 'quiet-until': hour };
      const answer = await rosa.post('/you/reminders', fields);
      expect(answer.status).toBe(422);
      const page = await answer.text();
      expect(page).toContain('Choose an hour');
      expect(page).toMatch(/name="monday-mail" value="yes" checked/);
      expect(await chosen()).toEqual([]);
    });
  });

  describe('an administrator', () => {
    test('sets the rhythm of talks after a look at what it means', async () => {
      const kit = await world.as('administrator');
      const check = await kit.post('/administration/rhythm', { months: '3' });
      expect(check.status).toBe(200);
      expect(textOf(await check.text())).toContain('A talk every quarter?');
      expect(await rhythm()).toBeUndefined();
      const { location } = await sent(kit, '/administration/rhythm', { months: '3', checked: 'yes' });
      expect(await kit.html(location)).toContain('<option value="3" selected>every quarter</option>');
      await sent(kit, '/administration/rhythm', { months: '', checked: 'yes' });
      expect(await rhythm()).toBe('');
      const events = await database()
        .owner.selectFrom('event')
        .select(['verb', 'subject', 'kind', 'actor'])
        .where('kind', '=', 'settings')
        .execute();
      expect(events).toEqual(
        Array(2).fill({
          verb: 'setting.changed',
          subject: 'setting:talk-rhythm',
          kind: 'settings',
          actor: idOf('administrator'),
        }),
      );
    });

    test('cannot set one that is none', async () => {
      const kit = await world.as('administrator');
      const answer = await kit.post('/administration/rhythm', { months: '7', checked: 'yes' });
      expect(answer.status).toBe(422);
      expect(await answer.text()).toContain('Choose a rhythm of the list');
    });
  });

  test.each(NAMES.filter((name) => name !== 'administrator'))('the %s sets no rhythm', async (name) => {
    const other = await world.as(name);
    expect((await other.get('/administration/rhythm')).status).toBe(404);
    const fields = { months: '1', checked: 'yes' };
    expect((await other.post('/administration/rhythm', fields)).status).toBe(404);
    expect(await rhythm()).toBeUndefined();
  });
});
