import { strFromU8, unzipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import type { Visitor } from '../../../../test/world.ts';
import { asked, SEEN, say } from './feedback-world.ts';
import {
  agree,
  answer,
  begin,
  LEAD,
  openTalkWorld,
  reveal,
  type TalkWorld,
  textOf,
  writeRow,
} from './talk-world.ts';

const [INCIDENTS] = LEAD;

onEachEngine((database) => {
  let people: TalkWorld;
  let talk: string;
  let amir: Visitor;
  beforeEach(async () => {
    people = await openTalkWorld(database());
    talk = await begin(people.rosa, 'lineManager');
    amir = await people.world.as('colleague');
    const { page } = await asked(database(), people.rosa, talk, 'colleague', { question: 'You were there' });
    await say(amir, page);
    await answer(people.rosa, talk, INCIDENTS, { note: 'Rosa wrote this' });
    await answer(people.daniel, talk, INCIDENTS, { note: 'Daniel wrote this' });
  });

  /** "Everything about me", as text. */
  async function archiveOf(
    visitor: Visitor,
  ): Promise<{ data: string; text: string; json: Record<string, unknown> }> {
    const zip = await visitor.get('/you/everything.zip');
    const files = unzipSync(new Uint8Array(await zip.arrayBuffer()));
    const data = strFromU8(files['conversations.json'] ?? new Uint8Array());
    return { data, text: strFromU8(files['conversations.md'] ?? new Uint8Array()), json: JSON.parse(data) };
  }

  describe('everything about me', () => {
    it('holds each side’s own words before the reveal, and nothing of the other’s', async () => {
      const rosa = await archiveOf(people.rosa);
      expect(rosa.json).toMatchObject({
        conversations: [
          { id: talk, manager: 'Daniel Okafor', feedback: [{ question: 'You were there', said: [] }] },
        ],
      });
      const daniel = await archiveOf(people.daniel);
      for (const kind of ['data', 'text'] as const) {
        expect(rosa[kind]).toContain('Rosa wrote this');
        expect(rosa[kind]).not.toMatch(/Daniel wrote this|She wrote the updates/);
        expect(daniel[kind]).toContain('Daniel wrote this');
        expect(daniel[kind]).not.toMatch(/Rosa wrote this|She wrote the updates/);
      }
    });

    it('holds for a colleague what they were asked and said, and nothing else', async () => {
      const { data, text } = await archiveOf(amir);
      for (const part of [data, text]) {
        expect(part).toContain(SEEN);
        expect(part).toContain('You were there');
        expect(part).not.toMatch(/Rosa wrote this|Daniel wrote this/);
      }
    });

    it('holds all of it once it is agreed, the record to the letter', async () => {
      await reveal(people, talk);
      await writeRow(people.rosa, talk, INCIDENTS, { outcome: 'consistently', sentence: 'She leads them' });
      await agree(people, talk);
      const { json, text } = await archiveOf(people.rosa);
      expect(json).toMatchObject({
        conversations: [{ records: [{ edition: 1, record: { conversation: talk } }] }],
      });
      for (const part of ['Rosa wrote this', 'Daniel wrote this', SEEN, 'She leads them'])
        expect(text).toContain(part);
      const signed = await archiveOf(people.daniel);
      expect(signed.json).toMatchObject({ asManager: [{ signed: [{ edition: 1 }] }] });
    });
  });

  it('shows the person what their manager sees of it', async () => {
    const page = textOf(await people.rosa.html('/you/as-manager'));
    expect(page).toContain('Nothing that you wrote.');
    await reveal(people, talk);
    expect(textOf(await people.rosa.html('/you/as-manager'))).toContain('Both views.');
  });

  describe('erasing', () => {
    it('the person takes their conversations and the feedback on them with them', async () => {
      await reveal(people, talk);
      await agree(people, talk);
      const preview = textOf(await people.rosa.html('/you/erasure'));
      expect(preview).toContain('1 conversation with both views, 1 agreed record, and the feedback on you.');
      await people.rosa.post('/you/erasure', { words: 'erase me' });
      for (const table of ['conversation', 'feedback_request', 'feedback', 'agreed_record'] as const) {
        expect([table, await database().owner.selectFrom(table).selectAll().execute()]).toEqual([table, []]);
      }
      expect((await amir.get('/feedback')).status).toBe(200);
    });

    it('a colleague leaves what they said without their name, in the record too', async () => {
      await reveal(people, talk);
      await agree(people, talk);
      expect(textOf(await amir.html('/you/erasure'))).toContain(
        'What you said of others when you were asked, 1 time',
      );
      await amir.post('/you/erasure', { words: 'erase me' });
      for (const part of ['talk', 'record']) {
        const page = textOf(await people.rosa.html(`/conversations/${talk}/${part}`));
        expect(page).toMatch(/somebody who was erased saw:.*She wrote the updates/);
        expect(page).not.toContain('Amir');
      }
    });

    it('a manager leaves the records that they signed', async () => {
      await reveal(people, talk);
      await agree(people, talk);
      expect(textOf(await people.daniel.html('/you/erasure'))).toContain(
        '1 record of others that you signed',
      );
      await people.daniel.post('/you/erasure', { words: 'erase me' });
      expect(textOf(await people.rosa.html(`/conversations/${talk}/record`))).toContain(
        'somebody who was erased',
      );
    });
  });
});
