import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { emailOf, idOf, type Name, openWorld, type World } from '../../../../test/world.ts';
import { textOf } from '../../framework/tests/site.ts';
import { answers, asked, evidenceOf, SENTENCE } from './asks-world.ts';

async function archiveOf(world: World, name: Name): Promise<Record<string, string>> {
  const answer = await (await world.as(name)).get('/you/everything.zip');
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  return Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes)]));
}

onEachEngine((database) => {
  async function happened(): Promise<World> {
    const world = await openWorld(database());
    const evidence = await evidenceOf(database(), 'engineer');
    const { link } = await asked(world, evidence);
    await answers(world.visitor, link, { answer: 'confirmed', sentence: SENTENCE });
    const bytes = new TextEncoder().encode('the log of the night');
    await database()
      .owner.insertInto('evidence_file')
      .values({
        id: idOf('stranger'),
        evidence_id: evidence,
        name: 'log.txt',
        type: 'text/plain',
        size: bytes.length,
        digest: 'sha256:0',
        bytes,
        added_at: new Date(),
      })
      .execute();
    const note = { text: 'Rosa calmed the ferry company.', 'happened-on': '2026-03-12', checked: 'yes' };
    await (await world.as('colleague')).post(`/people/${idOf('engineer')}/offers`, note);
    const question = {
      framework: 'harbour',
      expectation: 'incidents-watch',
      text: 'Which tide?',
      visible: 'stewards',
    };
    await (await world.as('engineer')).post('/questions', question);
    return world;
  }

  it('is with its files, what colleagues said and offered, and what was asked, each to read and as data', async () => {
    const world = await happened();
    const files = await archiveOf(world, 'engineer');
    expect(JSON.parse(files['evidence.json'] ?? '')).toMatchObject({
      pieces: [
        {
          happenedOn: '2026-03-12',
          asked: [{ colleague: 'Amir Haddad', answer: 'confirmed', sentence: SENTENCE }],
        },
      ],
    });
    expect(files['evidence.md']).toContain('Led the **crane outage**');
    expect(files['evidence.md']).toContain(`Amir Haddad confirmed it on`);
    expect(Object.entries(files).find(([path]) => path.endsWith('1-log.txt'))?.[1]).toBe(
      'the log of the night',
    );
    expect(files['colleagues.md']).toContain('> Rosa calmed the ferry company.');
    expect(files['questions.md']).toContain('> Which tide?');
    expect(Object.values(files).join('')).not.toContain(emailOf('colleague'));
  });

  it('holds what a colleague was asked and said, and nothing else of the record', async () => {
    const world = await happened();
    await evidenceOf(database(), 'engineer', { text: 'Not for Amir.', shared: true });
    const files = await archiveOf(world, 'colleague');
    expect(JSON.parse(files['colleagues.json'] ?? '')).toMatchObject({
      askedOfYou: [{ by: 'Rosa Lindqvist', answer: 'confirmed', sentence: SENTENCE }],
      offeredByYou: [{ to: 'Rosa Lindqvist', outcome: 'waiting' }],
    });
    expect(JSON.parse(files['evidence.json'] ?? '')).toEqual({ pieces: [] });
    expect(Object.values(files).join('')).not.toContain('Not for Amir');
  });

  it('says before an erasure what goes and what stays without a name', async () => {
    const world = await happened();
    const rosa = textOf(await (await world.as('engineer')).html('/you/erasure'));
    expect(rosa).toContain('Your evidence: 1 piece with everything that they said before, 1 file');
    expect(rosa).toContain('Questions that you asked about wording, without your name.');
    const amir = textOf(await (await world.as('colleague')).html('/you/erasure'));
    expect(amir).toContain('Sentences with which you confirmed what others wrote');
    expect(amir).toContain('Notes that you offered to others, without your name.');
  });

  it('is led to from the pages about people', async () => {
    const world = await happened();
    const person = `/people/${idOf('engineer')}`;
    expect(await (await world.as('colleague')).html(person)).toContain(`href="${person}/offers/new"`);
    expect(await (await world.as('colleague')).html(person)).not.toContain(`href="${person}/evidence"`);
    expect(await (await world.as('lineManager')).html(person)).toContain(`href="${person}/evidence"`);
    expect(await (await world.as('engineer')).html(person)).not.toContain('/offers/new');
    expect(await (await world.as('engineer')).html('/you')).toContain('href="/confirmations"');
    const looked = textOf(await (await world.as('engineer')).html('/you/who-looked'));
    expect(looked).toContain('what you asked them to confirm');
  });
});
