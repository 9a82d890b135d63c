/** What somebody notes is theirs until they share it, and a view that leans on it asks before it shows it. */
import { describe, expect, it } from 'vitest';
import { asViewer } from '../../src/db/viewer.ts';
import {
  begin,
  idOf,
  LEAD,
  noteEvidence,
  openTalkWorld,
  submit,
} from '../../src/features/conversation/tests/talk-world.ts';
import { openSite } from '../../src/features/framework/tests/site.ts';
import { onEachEngine } from '../database.ts';
import { NAMES } from '../world.ts';

const [INCIDENTS] = LEAD;
const TEXT = 'Rang the wrong pilot, then the right one';

describe('9. Private by default', () => {
  it('shows no draft to a visitor', async () => {
    const site = openSite();
    expect((await site.get('/frameworks/harbour@draft')).status).toBe(404);
    expect(await site.html('/frameworks')).not.toContain('Harbour Operations, next');
  });

  onEachEngine((database) => {
    it('shows a note to nobody else until it is shared', async () => {
      const { rosa, daniel } = await openTalkWorld(database());
      const noted = await rosa.post('/evidence', { text: TEXT });
      expect(noted.status).toBe(303);
      const list = `/people/${idOf('engineer')}/evidence`;
      expect(await rosa.html('/my-path')).toContain(TEXT);
      expect(await daniel.html(list)).not.toContain(TEXT);
      for (const name of NAMES.filter((other) => other !== 'engineer')) {
        const read = await asViewer(database().db, idOf(name), (db) =>
          db.selectFrom('evidence').selectAll().execute(),
        );
        expect([name, read]).toEqual([name, []]);
      }
    });

    it('leaves private evidence out of a view, unless its owner shares it when they submit', async () => {
      const { rosa, daniel } = await openTalkWorld(database());
      const kept = await noteEvidence(database(), { text: TEXT, expectation: INCIDENTS });
      const shown = await noteEvidence(database(), { text: 'Led the long night', expectation: INCIDENTS });
      const talk = await begin(rosa, 'lineManager');
      const asked = await rosa.html(`/conversations/${talk}/prepare/check`);
      for (const id of [kept, shown]) expect(asked).toContain(`value="${id}"`);
      await submit(rosa, talk, [shown]);
      await submit(daniel, talk);
      for (const page of [`/conversations/${talk}/talk`, `/conversations/${talk}/pack`]) {
        const html = await daniel.html(page);
        expect(html).not.toContain(TEXT);
        expect(html).toContain('Led the long night');
      }
    });
  });
});
