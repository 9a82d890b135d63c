/** Order is the framework's own, wherever competencies stand beneath each other. */
import { describe, expect, it } from 'vitest';
import {
  agree,
  answer,
  begin,
  LEAD,
  noteEvidence,
  openTalkWorld,
  reveal,
} from '../../src/features/conversation/tests/talk-world.ts';
import { openSite } from '../../src/features/framework/tests/site.ts';
import { onEmbedded } from '../database.ts';
import { HARBOUR } from '../sample-framework.ts';

const LEVEL = '/frameworks/harbour/levels/lead';

describe('2. No competency weighs more than another', () => {
  it('keeps to the framework’s own order on every page of it', async () => {
    const own = HARBOUR.competencies.map(({ id }) => `levels/lead#${id}"`);
    const framework = await openSite().html('/frameworks/harbour');
    expect(placesOf(framework, own)).toEqual(placesOf(framework, own).toSorted((a, b) => a - b));
    const anchors = HARBOUR.competencies.map(({ id }) => `<article class="expectation" id="${id}"`);
    const level = await openSite().html(LEVEL);
    expect(placesOf(level, anchors)).toEqual(placesOf(level, anchors).toSorted((a, b) => a - b));
  });

  onEmbedded((database) => {
    it('keeps to it while a view is prepared, however it was answered, and in the pack', async () => {
      const { rosa, daniel } = await openTalkWorld(database());
      const talk = await begin(rosa, 'lineManager');
      const anchors = LEAD.map((id) => `answers/${id}"`);
      const prepared = await rosa.html(`/conversations/${talk}/prepare`);
      expect(placesOf(prepared, anchors)).toEqual(placesOf(prepared, anchors).toSorted((a, b) => a - b));
      const [first, , last] = LEAD;
      const person = { [last]: { stance: 'consistently' }, [first]: { stance: 'not yet' } };
      await reveal({ rosa, daniel }, talk, { person, manager: person });
      const names = HARBOUR.competencies.map(({ name }) => `>${name}<`);
      const pack = await rosa.html(`/conversations/${talk}/pack`);
      expect(placesOf(pack, names)).toEqual(placesOf(pack, names).toSorted((a, b) => a - b));
      await agree({ rosa, daniel }, talk);
      const record = await (await rosa.get(`/conversations/${talk}/record.md`)).text();
      const headings = HARBOUR.competencies.map(({ name }) => name);
      expect(placesOf(record, headings)).toEqual(placesOf(record, headings).toSorted((a, b) => a - b));
      const again = await begin(rosa, 'lineManager');
      await answer(rosa, again, first, { stance: 'consistently' });
      const begun = await rosa.html(`/conversations/${again}/prepare`);
      expect(placesOf(begun, anchors)).toEqual(placesOf(begun, anchors).toSorted((a, b) => a - b));
    });

    it('keeps to it on My path, wherever the evidence is', async () => {
      const { rosa } = await openTalkWorld(database());
      await noteEvidence(database(), { text: 'Met the supplier', expectation: LEAD[2] });
      const page = await rosa.html('/my-path');
      const path = page.slice(page.indexOf('class="ladder'));
      const names = HARBOUR.competencies.map(({ name }) => name);
      expect(placesOf(path, names)).toEqual(placesOf(path, names).toSorted((a, b) => a - b));
    });
  });
});

/** Where the parts stand in a page; every one must. */
function placesOf(html: string, parts: readonly string[]): number[] {
  return parts.map((part) => {
    expect(html).toContain(part);
    return html.indexOf(part);
  });
}
