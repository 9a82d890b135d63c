/** Examples are never ticked, and evidence never attaches to one. */
import { describe, expect, it } from 'vitest';
import { begin, openTalkWorld } from '../../src/features/conversation/tests/talk-world.ts';
import { openSite } from '../../src/features/framework/tests/site.ts';
import { fillRecords, SHARED } from '../access/records.ts';
import { onEmbedded } from '../database.ts';
import { HARBOUR } from '../sample-framework.ts';

const LEVEL = '/frameworks/harbour/levels/lead';

describe('3. Examples are illustrative', () => {
  it('says so beside them and offers nothing to tick', async () => {
    const html = await openSite().html(LEVEL);
    expect(html).toContain('Examples, for illustration');
    expect(html).not.toMatch(/type="checkbox"|role="checkbox"/);
  });

  onEmbedded((database) => {
    it('ties evidence to an expectation or one of its points, and to nothing else', async () => {
      const { rosa } = await openTalkWorld(database());
      await fillRecords(database());
      const expectation = HARBOUR.expectations.find(({ id }) => id === 'incidents-lead');
      const [example] = expectation?.examples ?? [];
      expect(example).toBeDefined();
      const tie = (more: object) =>
        rosa.api('PUT', `/api/evidence/${SHARED}/ties`, {
          speaksTo: [{ framework: 'harbour', expectation: 'incidents-lead', ...more }],
        });
      for (const point of ['examples-1', 'e1', String(example)]) {
        expect((await tie({ point })).status).toBe(400);
      }
      expect((await tie({ point: 'p1' })).status).toBe(200);
      expect((await tie({})).status).toBe(200);
    });

    it('offers nothing to tick beside an example while a view is prepared', async () => {
      const { rosa } = await openTalkWorld(database());
      const talk = await begin(rosa, 'lineManager');
      expect(await rosa.html(`/conversations/${talk}/prepare`)).not.toMatch(/type="checkbox"/);
    });
  });
});
