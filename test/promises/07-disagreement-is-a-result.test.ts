/** Disagreement is a result: a record can say "we see this differently", with both reasons. */
import { describe, expect, it } from 'vitest';
import {
  agree,
  begin,
  LEAD,
  openTalkWorld,
  reveal,
  textOf,
  writeRow,
} from '../../src/features/conversation/tests/talk-world.ts';
import { onEachEngine } from '../database.ts';

const [INCIDENTS] = LEAD;

describe('7. Disagreement is a result', () => {
  onEachEngine((database) => {
    it('is signed with both reasons, and kept wherever the record goes', async () => {
      const people = await openTalkWorld(database());
      const { rosa, daniel } = people;
      const talk = await begin(rosa, 'lineManager');
      await reveal(people, talk, {
        person: { [INCIDENTS]: { stance: 'consistently' } },
        manager: { [INCIDENTS]: { stance: 'sometimes' } },
      });
      const differently = { outcome: 'we see this differently' };
      await writeRow(rosa, talk, INCIDENTS, { ...differently, person: 'Sessions are the way I help.' });
      // Not before both have said why.
      expect((await rosa.post(`/conversations/${talk}/signatures`)).status).toBe(403);
      const was = { ...differently, person: 'Sessions are the way I help.' };
      await writeRow(daniel, talk, INCIDENTS, { ...was, manager: 'I would like to see it in reviews.' }, was);
      await agree(people, talk);
      for (const path of ['record', 'record.md', 'record.json']) {
        const text = textOf(await (await daniel.get(`/conversations/${talk}/${path}`)).text());
        expect(text).toMatch(/we see this differently/i);
        expect(text).toContain('Sessions are the way I help.');
        expect(text).toContain('I would like to see it in reviews.');
      }
    });
  });
});
