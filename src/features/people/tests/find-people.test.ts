import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { idOf, openWorld } from '../../../../test/world.ts';
import { textOf } from '../../framework/tests/site.ts';

/** The names in the list, in its order. */
function namesIn(html: string): string[] {
  const list = /<ul class="people">([\s\S]*?)<\/ul>/.exec(html)?.[1] ?? '';
  return [...list.matchAll(/class="row-name"><a [^>]*><bdi>([^<]*)<\/bdi>/g)].map(([, name]) => name ?? '');
}

onEachEngine((database) => {
  describe('Finding people', () => {
    test('by part of a name or an address, whatever accents and capitals', async () => {
      const { as } = await openWorld(database());
      const stranger = await as('stranger');
      expect(namesIn(await stranger.html('/people?q=lucia'))).toEqual(['Lucía Prieto']);
      expect(namesIn(await stranger.html('/people?q=PRIETO+luc'))).toEqual(['Lucía Prieto']);
      expect(namesIn(await stranger.html('/people?q=hiringmanager%40'))).toEqual(['Nadia Rahman']);
      expect(textOf(await stranger.html('/people?q=100%25_'))).toContain('Nobody matches');
    });

    test('by team and by site', async () => {
      const { as } = await openWorld(database());
      const { id } = await database()
        .owner.selectFrom('team')
        .select('id')
        .where('name', '=', 'Night watch')
        .executeTakeFirstOrThrow();
      await database()
        .owner.updateTable('person')
        .set({ site: 'Granton' })
        .where('id', '=', idOf('colleague'))
        .execute();
      const stranger = await as('stranger');
      expect(namesIn(await stranger.html(`/people?team=${id}`))).toEqual([
        'Amir Haddad',
        'Daniel Okafor',
        'Rosa Lindqvist',
      ]);
      expect(namesIn(await stranger.html(`/people?team=${id}&site=Granton`))).toEqual(['Amir Haddad']);
      const page = await stranger.html('/people');
      expect(page).toContain('<option value="Granton">Granton</option>');
    });

    test('in the order in which people read names, page by page, nobody twice and nobody left out', async () => {
      const { as } = await openWorld(database());
      await sql`
        insert into person (id, name, email, created_at)
        select gen_random_uuid(), (array['Ångström', 'angstrom', 'Zoë', 'zoe', 'Öz'])[1 + n % 5] || ' ' || n, n || '@many.example', now()
        from generate_series(1, 120) n
      `.execute(database().owner);
      const stranger = await as('stranger');
      const names: string[] = [];
      let pages = 0;
      for (let path: string | undefined = '/people'; path !== undefined; ) {
        const html: string = await stranger.html(path);
        names.push(...namesIn(html));
        pages += 1;
        path = /href="(\/people\?[^"]*after=[^"]*)" rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
      }
      expect(pages).toBe(3);
      expect(names).toHaveLength(132);
      expect(new Set(names).size).toBe(132);
      expect(names).toEqual(names.toSorted(new Intl.Collator('und').compare));
    });

    test('asks the database four questions at most', async () => {
      const { as } = await openWorld(database());
      const stranger = await as('stranger');
      for (const path of ['/people', `/people/${idOf('lineManager')}`, '/people/line', '/you']) {
        const questions = await countQuestions(() => stranger.html(path));
        // Signing in, who looks, and the transaction around them are set-up.
        expect(questions, path).toBeGreaterThan(0);
        expect(questions, path).toBeLessThanOrEqual(4);
      }
    });

    test('is for those who are signed in', async () => {
      const { visitor } = await openWorld(database());
      for (const path of ['/people', '/people/line', `/people/${idOf('engineer')}`, '/you']) {
        const answer = await visitor.get(path);
        expect([answer.status, answer.headers.get('location')]).toEqual([
          303,
          `/sign-in?to=${encodeURIComponent(path)}`,
        ]);
      }
      expect((await visitor.get('/api/people?q=rosa')).status).toBe(401);
    });

    test('proposes people while somebody types', async () => {
      const { as } = await openWorld(database());
      const answer = await (await as('stranger')).api('GET', '/api/people?q=rosa');
      expect(await answer.json()).toEqual({
        people: [
          {
            id: idOf('engineer'),
            name: 'Rosa Lindqvist',
            email: 'engineer@harbour.example',
            team: 'Night watch',
          },
        ],
      });
    });
  });

  /** Questions of the one page, without savepoints and settings. */
  async function countQuestions(ask: () => Promise<unknown>): Promise<number> {
    const { db } = database();
    let count = 0;
    const original = db.transaction.bind(db);
    // biome-ignore lint/suspicious/noExplicitAny: the transaction is watched, not used
    (db as any).transaction = () => {
      const builder = original();
      return {
        ...builder,
        execute: (work: (transaction: typeof db) => Promise<unknown>) =>
          builder.execute((transaction) => {
            const run = transaction.getExecutor();
            const execute = run.executeQuery.bind(run);
            run.executeQuery = (query, ...rest) => {
              count += 1;
              return execute(query, ...rest);
            };
            return work(transaction as unknown as typeof db);
          }),
      };
    };
    try {
      await ask();
    } finally {
      // biome-ignore lint/suspicious/noExplicitAny: as above
      (db as any).transaction = original;
    }
    // Whose eyes it is, and who that is.
    return count - 2;
  }
});
