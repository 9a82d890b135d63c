import { expect, test } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { openWorld } from '../../../../test/world.ts';
import { apply, bring, csv } from './files.ts';

const PEOPLE = 10_000;

/** Everybody but the first reports to somebody before them, eight to each. */
function tenThousand(site: string): File {
  const rows = Array.from({ length: PEOPLE }, (_, n) => {
    const manager = n === 0 ? '' : `${Math.floor((n - 1) / 8)}@many.example`;
    return `Person ${n},${n}@many.example,${n},Team ${n % 400},${manager},${site},Europe/London,2024-01-01,Watch Engineer,2024-02-01`;
  });
  return csv('Name,E-mail,Staff number,Team,Manager,Site,Time zone,Joined,Level,Level since', ...rows);
}

onEachEngine((database) => {
  test('ten thousand people come in, and are changed', { timeout: 300_000 }, async () => {
    const kit = await (await openWorld(database())).as('administrator');
    for (const site of ['Leith', 'Granton']) {
      const shown = await bring(kit, tenThousand(site));
      expect(shown.text).toContain(`10,000 people would be ${site === 'Leith' ? 'added' : 'changed'}.`);
      const applied = await apply(kit, shown);
      expect(applied.headers.get('location')).toBe('/administration/import?done=applied');
    }
    expect(await kit.html('/people?q=person+9999')).toContain('Person 9999');
  });
});
