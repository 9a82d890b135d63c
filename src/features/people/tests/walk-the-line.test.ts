import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { idOf, openWorld } from '../../../../test/world.ts';
import { textOf } from '../../framework/tests/site.ts';

onEachEngine((database) => {
  test('the line opens at the place of whoever looks, from the top down', async () => {
    const { as } = await openWorld(database());
    const text = textOf(await (await as('engineer')).html('/people/line'));
    expect(text).toMatch(
      /Ingrid Solberg[\s\S]*Olu Adeyemi[\s\S]*Daniel Okafor[\s\S]*Amir Haddad[\s\S]*Rosa Lindqvist \(you\)/,
    );
    expect(text).toContain('Others who report to nobody');
    expect(text).toContain('Kit Doyle');
  });

  test('a branch opens on a page of its own', async () => {
    const { as } = await openWorld(database());
    const stranger = await as('stranger');
    const html = await stranger.html(`/people/line?at=${idOf('managersManager')}`);
    expect(textOf(html)).toContain('opened at Olu Adeyemi');
    expect(textOf(html)).toMatch(/Daniel Okafor Night watch 2 reports of Daniel Okafor/);
    expect(html).toContain(`href="/people/line?at=${idOf('lineManager')}#_${idOf('lineManager')}"`);
  });

  test('a branch of hundreds is read a page at a time', async () => {
    const { as } = await openWorld(database());
    await sql`
      with many as (
        insert into person (id, name, created_at)
        select gen_random_uuid(), 'Hand ' || lpad(n::text, 3, '0'), now() from generate_series(1, 250) n
        returning id
      )
      insert into reporting_line (person_id, manager_id, since) select id, ${idOf('hiringManager')}, now() from many
    `.execute(database().owner);
    const visitor = await as('stranger');
    const seen = new Set<string>();
    let path: string | undefined = `/people/line?at=${idOf('hiringManager')}`;
    for (let page = 0; path !== undefined && page < 5; page += 1) {
      const html: string = await visitor.html(path);
      for (const [, name] of html.matchAll(/(Hand \d{3})/g)) seen.add(name ?? '');
      path = /href="(\/people\/line\?[^"]*below=[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(seen.size).toBe(250);
  });

  test('what is no id, or nobody’s, leads to nothing', async () => {
    const { as } = await openWorld(database());
    const stranger = await as('stranger');
    expect((await stranger.get('/people/line?at=rosa')).status).toBe(404);
    expect((await stranger.get('/people/rosa')).status).toBe(404);
    expect((await stranger.get('/people/01930000-0000-7000-8000-00000000ffff')).status).toBe(404);
  });
});
