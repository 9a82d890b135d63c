import { describe, expect, test } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { emailOf, idOf, openWorld } from '../../../../test/world.ts';
import { digest } from '../../../formats/index.ts';
import { apply, bring, csv } from './files.ts';

onEachEngine((database) => {
  async function kitWithAwkwardPeople() {
    const kit = await (await openWorld(database())).as('administrator');
    await apply(
      kit,
      await bring(
        kit,
        csv(
          'Name,E-mail,Staff number,Pronouns,Team,Manager,Joined,Left',
          '"O\'Neill, ""Ann""",ann@harbour.example,0007,she/her,"Boats, and ropes",,2020-02-29,',
          "'=1+1,,0008,,,0007,,",
          'محمد بن عبد الله,m@harbour.example,,,,ann@harbour.example,,',
          'Somebody Gone,gone@harbour.example,,,,,2019-01-01,2024-12-31',
        ),
      ),
    );
    return kit;
  }

  describe.each(['csv', 'xlsx'] as const)('The directory as %s', (format) => {
    test('comes back in unchanged, and goes out again the same to the byte', async () => {
      const kit = await kitWithAwkwardPeople();
      const path = `/administration/import/people.${format}`;
      const bytes = new Uint8Array(await (await kit.get(path)).arrayBuffer());
      const shown = await bring(kit, new File([bytes], `people.${format}`));
      expect(shown.text).toContain('16 rows are as the directory has them.');
      expect(shown.text).toContain('There is nothing to apply.');
      const again = new Uint8Array(await (await kit.get(path)).arrayBuffer());
      expect(digest(again)).toBe(digest(bytes));
    });

    test('enters everybody into an empty installation as they were', async () => {
      const kit = await kitWithAwkwardPeople();
      const path = `/administration/import/people.${format}`;
      const bytes = new Uint8Array(await (await kit.get(path)).arrayBuffer());
      const { owner } = database();
      await owner.deleteFrom('person').where('id', '!=', idOf('administrator')).execute();
      const shown = await bring(kit, new File([bytes], `people.${format}`));
      expect(shown.text).toContain('15 people would be added.');
      await apply(kit, shown);
      const again = new Uint8Array(await (await kit.get(path)).arrayBuffer());
      expect(digest(again)).toBe(digest(bytes));
    });

    test('has a template of the same columns', async () => {
      const kit = await (await openWorld(database())).as('administrator');
      const answer = await kit.get(`/administration/import/people-template.${format}`);
      expect(answer.headers.get('content-disposition')).toContain(`people-template.${format}`);
      const file = new File([await answer.arrayBuffer()], `people-template.${format}`);
      expect((await bring(kit, file)).text).toContain('Put people below the header');
    });
  });

  test('that it went out is written down', async () => {
    const kit = await (await openWorld(database())).as('administrator');
    await kit.get('/administration/import/people.csv');
    expect(await kit.html('/administration/audit')).toContain('exported the directory');
    expect((await kit.get('/administration/import/people.csv')).headers.get('cache-control')).toBe(
      'private, no-store',
    );
    expect(await (await kit.get('/administration/import/people.csv')).text()).toContain(emailOf('engineer'));
  });
});
