/** "No opportunity yet" harms nobody: it makes an action for the manager to find one, and stands there as what it is. */
import { describe, expect, it } from 'vitest';
import {
  agree,
  begin,
  idOf,
  LEAD,
  openTalkWorld,
  reveal,
  textOf,
  writeRow,
} from '../../src/features/conversation/tests/talk-world.ts';
import { onEachEngine } from '../database.ts';

const [INCIDENTS, RECORDS] = LEAD;

describe('8. “No opportunity yet” harms nobody', () => {
  onEachEngine((database) => {
    const opportunities = () =>
      database()
        .owner.selectFrom('action')
        .select(['text', 'kind', 'owner_id', 'expectation_id', 'due_on'])
        .orderBy('expectation_id')
        .execute();

    it('makes an action for the manager once both have signed, and in nobody’s name before', async () => {
      const people = await openTalkWorld(database());
      const { rosa, daniel } = people;
      const talk = await begin(rosa, 'lineManager');
      await reveal(people, talk);
      await writeRow(rosa, talk, INCIDENTS, { outcome: 'no opportunity yet' });
      await rosa.post(`/conversations/${talk}/signatures`);
      expect(await opportunities()).toEqual([]);
      await daniel.post(`/conversations/${talk}/signatures`);
      expect(await opportunities()).toEqual([
        {
          text: 'Find an opportunity for Rosa Lindqvist: Handling incidents',
          kind: 'opportunity',
          owner_id: idOf('lineManager'),
          expectation_id: INCIDENTS,
          due_on: null,
        },
      ]);
      const record = textOf(await rosa.html(`/conversations/${talk}/record`));
      expect(record).toContain('No opportunity yet');
      expect(record).not.toContain('Not yet');
      const next = await begin(rosa, 'lineManager');
      for (const visitor of [rosa, daniel]) {
        expect(textOf(await visitor.html(`/conversations/${next}/prepare`))).toContain(
          'Find an opportunity for Rosa Lindqvist',
        );
      }
    });

    it('makes one and no second where they said which, and by when', async () => {
      const people = await openTalkWorld(database());
      const { rosa } = people;
      const talk = await begin(rosa, 'lineManager');
      await reveal(people, talk);
      await writeRow(rosa, talk, RECORDS, { outcome: 'no opportunity yet' });
      await rosa.post(`/conversations/${talk}/actions`, {
        add: 'opportunity-2',
        'opportunity-2-text': 'The log of the new quay',
        'opportunity-2-due': '2027-01-31',
      });
      await agree(people, talk);
      expect(await opportunities()).toEqual([
        {
          text: 'The log of the new quay',
          kind: 'opportunity',
          owner_id: idOf('lineManager'),
          expectation_id: RECORDS,
          due_on: '2027-01-31',
        },
      ]);
    });

    it('is the line manager’s to find, whoever stood in for them', async () => {
      const people = await openTalkWorld(database());
      const { world, rosa } = people;
      const deputy = await world.as('deputy');
      const talk = await begin(deputy, 'engineer');
      await reveal({ rosa, daniel: deputy }, talk);
      await writeRow(deputy, talk, INCIDENTS, { outcome: 'no opportunity yet' });
      await agree({ rosa, daniel: deputy }, talk);
      expect((await opportunities()).map(({ owner_id }) => owner_id)).toEqual([idOf('lineManager')]);
    });
  });
});
