import { describe, expect, test } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { emailOf, idOf, openWorld } from '../../../../test/world.ts';
import { TASKS } from '../../../cli/desk/tasks.ts';
import { textOf } from '../../framework/tests/site.ts';
import { apply, bring, csv } from './files.ts';

const HEADER = 'Name,E-mail,Staff number,Team,Manager,Site,Time zone,Joined,Left,Framework,Level,Level since';

onEachEngine((database) => {
  async function world() {
    const opened = await openWorld(database());
    return { ...opened, kit: await opened.as('administrator') };
  }

  const person = (email: string) =>
    database().owner.selectFrom('person').selectAll().where('email', '=', email).executeTakeFirst();
  const managerOf = async (id: string) =>
    (
      await database()
        .owner.selectFrom('reporting_line')
        .select('manager_id')
        .where('person_id', '=', id)
        .where('until', 'is', null)
        .executeTakeFirst()
    )?.manager_id;

  describe('Importing people', () => {
    test('shows what would change before anything does, then writes exactly that', async () => {
      const { kit } = await world();
      const file = csv(
        HEADER,
        `Sunniva Berg,sunniva@harbour.example,0042,Dive crew,${emailOf('lineManager')},Granton,europe/oslo,2026-03-01,,Harbour Operations,Lead Engineer,2026-03-01`,
        `Ole Berg,,0043,Dive crew,0042,,,,,,,`,
        `Rosa Lindqvist-Berg,${emailOf('engineer')},,Night watch,${emailOf('formerManager')},Leith,Europe/London,2024-02-01,,,,`,
        `Amir Haddad,${emailOf('colleague')},,Night watch,${emailOf('lineManager')},Leith,Europe/London,2024-02-01,,,,`,
      );
      const shown = await bring(kit, file);
      expect(shown.status).toBe(303);
      expect(shown.text).toContain('2 people would be added.');
      expect(shown.text).toContain('1 person would be changed.');
      expect(shown.text).toContain('1 row is as the directory has them.');
      expect(shown.text).toContain(
        '10 people are in the directory and not in the file, and would be left alone.',
      );
      expect(shown.text).toContain('1 team would be added: Dive crew');
      expect(shown.text).toContain('Level Lead Engineer since 2026-03-01');
      expect(shown.html).toContain(
        '<del><bdi>Rosa Lindqvist</bdi></del><ins><bdi>Rosa Lindqvist-Berg</bdi></ins>',
      );
      expect(await person('sunniva@harbour.example')).toBeUndefined();

      const applied = await apply(kit, shown);
      expect(applied.headers.get('location')).toBe('/administration/import?done=applied');
      const sunniva = await person('sunniva@harbour.example');
      expect(sunniva).toMatchObject({ site: 'Granton', time_zone: 'Europe/Oslo', joined_on: '2026-03-01' });
      expect(await managerOf(sunniva?.id ?? '')).toBe(idOf('lineManager'));
      const levels = await database()
        .owner.selectFrom('level_held')
        .selectAll()
        .where('person_id', '=', sunniva?.id ?? '')
        .execute();
      expect(levels).toMatchObject([{ level_id: 'lead', since: '2026-03-01', release_version: '1.1.0' }]);
      expect(await managerOf(idOf('engineer'))).toBe(idOf('formerManager'));
      const ole = await database()
        .owner.selectFrom('staff_number')
        .select('person_id')
        .where('number', '=', '0043')
        .executeTakeFirstOrThrow();
      expect(await managerOf(ole.person_id)).toBe(sunniva?.id);
      const mails = await database().owner.selectFrom('mail').select(['person_id', 'subject']).execute();
      expect(mails).toEqual([
        { person_id: idOf('engineer'), subject: 'Petra Novak is your line manager now' },
      ]);
    });

    test('updates by staff number, so an address may change; its old holder is told', async () => {
      const { kit } = await world();
      await apply(kit, await bring(kit, csv('E-mail,Staff number', `${emailOf('engineer')},0007`)));
      const shown = await bring(kit, csv('E-mail,Staff number', 'rosa@harbour.example,0007'));
      expect(shown.text).toContain('1 person would be changed.');
      await apply(kit, shown);
      expect((await person('rosa@harbour.example'))?.id).toBe(idOf('engineer'));
      const mails = await database().owner.selectFrom('mail').select(['address', 'kind']).execute();
      expect(mails).toEqual([{ address: emailOf('engineer'), kind: 'address changed' }]);
    });

    test('leaves alone what has no column, and takes an empty cell for none', async () => {
      const { kit } = await world();
      await apply(kit, await bring(kit, csv('E-mail,Site', `${emailOf('engineer')},`)));
      expect(await person(emailOf('engineer'))).toMatchObject({ site: null, time_zone: 'Europe/London' });
      expect(await managerOf(idOf('engineer'))).toBe(idOf('lineManager'));
    });

    test('silently removes nobody', async () => {
      const { kit } = await world();
      const shown = await bring(kit, csv('E-mail,Name', 'new@harbour.example,Somebody New'));
      expect(shown.text).toContain('In the directory, not in the file');
      expect(shown.text).toContain('Rosa Lindqvist');
      await apply(kit, shown);
      const { people } = await database()
        .owner.selectFrom('person')
        .select((eb) => eb.fn.countAll<number>().as('people'))
        .where('left_on', 'is', null)
        .executeTakeFirstOrThrow();
      expect(people).toBe(13);
    });

    test('is applied only as it was looked at', async () => {
      const { kit } = await world();
      const shown = await bring(kit, csv('E-mail,Site', `${emailOf('engineer')},Granton`));
      await kit.post(`/administration/people/${idOf('engineer')}/details`, {
        name: 'Rosa Lindqvist',
        email: emailOf('engineer'),
        site: 'Granton',
        pronouns: 'she/her',
      });
      const refused = await apply(kit, shown);
      expect(refused.status).toBe(409);
      expect(await refused.text()).toContain('The directory changed since you looked');
    });

    test('lets people leave and come back, with all that follows', async () => {
      const { kit, as } = await world();
      const rosa = await as('engineer');
      await apply(kit, await bring(kit, csv('E-mail,Left', `${emailOf('engineer')},2026-11-20`)));
      expect((await rosa.get('/you')).status).toBe(303);
      expect(await managerOf(idOf('engineer'))).toBeUndefined();
      const back = await bring(kit, csv('E-mail,Left', `${emailOf('engineer')},`));
      expect(back.text).toContain('They come back.');
      await apply(kit, back);
      expect(await managerOf(idOf('engineer'))).toBeNull();
      expect(await (await as('engineer')).html('/you')).toContain('You report to nobody');
    });

    test('is the operator’s too, by the command, with all that follows', async () => {
      const { as, kit } = await world();
      const rosa = await as('engineer');
      const bytes = new TextEncoder().encode(
        `E-mail,Left,Level,Level since\n${emailOf('engineer')},2026-11-20,,\n${emailOf('colleague')},,Lead Engineer,2026-03-01\n`,
      );
      const request = {
        file: { name: 'people.csv', bytes },
        ignoreUnknown: false,
        dryRun: false,
        baseUrl: 'http://cairn.test',
        now: new Date(),
      };
      const done = await TASKS.importPeople(database(), request);
      expect(done.lines.at(-1)).toBe('0 added, 2 changed, 0 unchanged, 10 not in the file.');
      expect((await rosa.get('/you')).status).toBe(303);
      expect(textOf(await (await as('colleague')).html('/you'))).toContain('by the command line');
      expect(textOf(await kit.html('/administration/audit'))).toContain(
        'The operator let Rosa Lindqvist leave',
      );
    });

    test('can be discarded', async () => {
      const { kit } = await world();
      const shown = await bring(kit, csv('E-mail,Name', 'new@harbour.example,Somebody New'));
      await kit.post(`${shown.address}/removal`);
      expect((await kit.get(shown.address ?? '')).status).toBe(404);
      expect(await person('new@harbour.example')).toBeUndefined();
    });

    test('is for administrators alone', async () => {
      const { as } = await world();
      for (const name of ['head', 'lineManager', 'steward', 'stranger'] as const) {
        const visitor = await as(name);
        for (const path of ['', '/people.csv', '/people.xlsx', '/people-template.csv']) {
          expect((await visitor.get(`/administration/import${path}`)).status).toBe(404);
        }
        expect((await bring(visitor, csv('E-mail,Name', 'a@b.example,A'))).status).toBe(404);
      }
    });
  });
});
