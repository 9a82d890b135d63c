/** Earlier levels follow the policy of the release that a conversation froze: assumed, evidenced, or not considered. */
import { describe, expect, it } from 'vitest';
import type { Database } from '../../src/db/connect.ts';
import type { Policy } from '../../src/domain/policy.ts';
import { releaseDocument } from '../../src/domain/release.ts';
import { asked, say } from '../../src/features/conversation/tests/feedback-world.ts';
import {
  answer,
  begin,
  LEAD,
  openTalkWorld,
  reveal,
  textOf,
  WATCH,
} from '../../src/features/conversation/tests/talk-world.ts';
import { openSite } from '../../src/features/framework/tests/site.ts';
import { digest } from '../../src/formats/index.ts';
import { onEachEngine } from '../database.ts';
import { HARBOUR } from '../sample-framework.ts';
import { idOf, openAppOver } from '../world.ts';

describe('4. Earlier levels follow the policy of the release', () => {
  it('folds them where they are assumed, and never mixes their wording into the level', async () => {
    const [own = '', earlier = ''] = (await openSite().html('/frameworks/harbour/levels/lead')).split(
      'id="_earlier"',
    );
    expect(own).not.toContain('Brought the mooring sensors back');
    expect(earlier).toContain('Assumed to be met.');
    expect(earlier).toContain('Brought the mooring sensors back');
  });
});

describe('4. Earlier levels follow the policy of the release, in a conversation', () => {
  onEachEngine((database) => {
    /** A conversation about the level `lead` under another policy. */
    async function beginUnder(earlierLevels: Policy['earlierLevels']) {
      await openTalkWorld(database());
      await publish(database(), earlierLevels);
      const world = await openAppOver(database());
      const people = { world, rosa: await world.as('engineer'), daniel: await world.as('lineManager') };
      return { ...people, talk: await begin(people.rosa, 'lineManager', 'harbour/lead') };
    }

    const rowsOf = async () => {
      const rows = await database()
        .owner.selectFrom('conversation_row')
        .select('expectation_id')
        .orderBy('place')
        .execute();
      return rows.map((row) => row.expectation_id);
    };

    it('assumed: folded and met, and either side can raise one with a reason', async () => {
      const { rosa, daniel, talk } = await beginUnder('assumed');
      expect(await rowsOf()).toEqual([...LEAD]);
      const page = await daniel.html(`/conversations/${talk}/prepare`);
      expect(page).toMatch(/<details class="fold earlier-level"><summary><h3><bdi>Watch Engineer/);
      expect(textOf(page)).toContain('Watch Engineer Met');
      expect((await answer(daniel, talk, WATCH[0], { stance: 'not yet' })).status).toBe(200);
      const raise = { expectation: WATCH[0], why: 'The plan was skipped twice' };
      expect((await daniel.post(`/conversations/${talk}/raises`, raise)).status).toBe(303);
      await reveal({ rosa, daniel }, talk);
      const talked = textOf(await rosa.html(`/conversations/${talk}/talk`));
      expect(talked).toContain('The plan was skipped twice');
      expect(talked.match(/From Watch Engineer/g)).toHaveLength(1);
    });

    it('evidenced: walked like the level', async () => {
      const { rosa, talk } = await beginUnder('evidenced');
      expect(await rowsOf()).toEqual([...LEAD, ...WATCH]);
      const page = textOf(await rosa.html(`/conversations/${talk}/prepare`));
      expect(page).toContain('Do I need evidence for earlier levels? Expected as well');
      expect(page.match(/From Watch Engineer/g)).toHaveLength(WATCH.length);
      expect(page.match(/, Watch Engineer open/g)).toHaveLength(WATCH.length);
      const raise = { expectation: WATCH[0], why: 'So' };
      expect((await rosa.post(`/conversations/${talk}/raises`, raise)).status).toBe(404);
    });

    it('evidenced: named with its level wherever a colleague is asked about it', async () => {
      const { world, rosa, talk } = await beginUnder('evidenced');
      const choosing = await rosa.html(`/conversations/${talk}/feedback/new?colleague=${idOf('colleague')}`);
      expect(textOf(choosing)).toContain('Handling incidents, Watch Engineer');
      const expectation = [LEAD[0], WATCH[0]];
      const { page } = await asked(database(), rosa, talk, 'colleague', { expectation });
      const where = textOf(await rosa.html(`/conversations/${talk}`));
      expect(where).toContain('Handling incidents · Handling incidents, Watch Engineer');
      const amir = await world.as('colleague');
      expect(textOf(await amir.html(page)).match(/From Watch Engineer/g)).toHaveLength(1);
      await say(amir, page);
      expect(textOf(await amir.html(page)).match(/From Watch Engineer/g)).toHaveLength(1);
    });

    it('not considered: absent', async () => {
      const { rosa, talk } = await beginUnder('not considered');
      expect(await rowsOf()).toEqual([...LEAD]);
      const page = await rosa.html(`/conversations/${talk}/prepare`);
      expect(page).not.toContain('Watch Engineer');
      expect((await answer(rosa, talk, WATCH[0], { stance: 'not yet' })).status).toBe(404);
      const raise = { expectation: WATCH[0], why: 'So' };
      expect((await rosa.post(`/conversations/${talk}/raises`, raise)).status).toBe(404);
    });

    it('never copies the wording of a level upwards', async () => {
      const { rosa, talk } = await beginUnder('assumed');
      const page = await rosa.html(`/conversations/${talk}/prepare`);
      const [own = '', earlier = ''] = page.split('id="_earlier"');
      expect(own).not.toContain('Follows the harbour plan for a known fault');
      expect(earlier).toContain('Follows the harbour plan for a known fault');
    });
  });
});

/** A newer release with another policy. */
async function publish({ owner }: Database, earlierLevels: Policy['earlierLevels']): Promise<void> {
  const document = releaseDocument({ ...HARBOUR, policy: { ...HARBOUR.policy, earlierLevels } });
  const release = { framework_id: HARBOUR.id, version: '2.0.0' };
  const now = new Date('2025-02-01T09:00:00Z');
  await owner
    .insertInto('release')
    .values({ ...release, document, digest: digest(`${document} `), released_at: now })
    .execute();
  await owner
    .insertInto('release_status')
    .values({ ...release, status: 'published', since: now, by: 'steward' })
    .execute();
}
