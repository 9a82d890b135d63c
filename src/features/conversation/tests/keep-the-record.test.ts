import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import {
  agree,
  begin,
  idOf,
  LEAD,
  noteEvidence,
  openTalkWorld,
  reveal,
  textOf,
  writeRow,
} from './talk-world.ts';

const [INCIDENTS] = LEAD;

onEachEngine((database) => {
  async function agreed() {
    const people = await openTalkWorld(database());
    await noteEvidence(database(), {
      text: 'Closed the *crane* outage',
      expectation: INCIDENTS,
      shared: true,
    });
    const talk = await begin(people.rosa, 'lineManager');
    await reveal(people, talk, { person: { [INCIDENTS]: { stance: 'sometimes', note: '# Not a heading' } } });
    await writeRow(people.rosa, talk, INCIDENTS, {
      outcome: 'sometimes',
      sentence: 'Leads * well * at night.',
    });
    await agree(people, talk);
    return { ...people, talk };
  }

  it('is JSON whose digest anybody can check', async () => {
    const { rosa, talk } = await agreed();
    const text = await (await rosa.get(`/conversations/${talk}/record.json`)).text();
    const { digest, names } = JSON.parse(text);
    const record = text.slice(text.indexOf('"record":') + '"record":'.length, text.lastIndexOf('}'));
    expect(digest).toBe(`sha256:${createHash('sha256').update(record).digest('hex')}`);
    expect(names[idOf('lineManager')]).toBe('Daniel Okafor');
    expect(JSON.parse(record).rows[0].statement).toContain('Leads a fault that several teams feel');
  });

  it('is Markdown in which nothing that somebody wrote becomes a heading', async () => {
    const { daniel, talk } = await agreed();
    const markdown = await (await daniel.get(`/conversations/${talk}/record.md`)).text();
    expect(markdown).toContain('> # Not a heading');
    expect(markdown).toContain('**Agreed: Shows it sometimes**');
    expect(markdown).toContain('> Closed the *crane* outage');
  });

  it('stays as it was signed when evidence, names and frameworks change', async () => {
    const { rosa, talk } = await agreed();
    const { owner } = database();
    const before = await (await rosa.get(`/conversations/${talk}/record.json`)).json();
    await owner.updateTable('evidence').set({ text: 'Rewritten since' }).execute();
    await owner.deleteFrom('evidence').execute();
    expect(await (await rosa.get(`/conversations/${talk}/record.json`)).json()).toEqual(before);
    expect(textOf(await rosa.html(`/conversations/${talk}/record`))).toContain('Closed the crane outage');
  });

  it('is reopened with a reason from one and a yes from the other, and keeps the first edition', async () => {
    const people = await agreed();
    const { rosa, daniel, talk } = people;
    expect((await rosa.post(`/conversations/${talk}/reopenings`, { reason: ' ' })).status).toBe(422);
    await rosa.post(`/conversations/${talk}/reopenings`, { reason: 'The date is wrong' });
    const own = { answer: 'yes' };
    expect((await rosa.post(`/conversations/${talk}/reopenings/answers`, own)).status).toBe(403);
    expect(textOf(await daniel.html(`/conversations/${talk}/record`))).toContain('The date is wrong');
    await daniel.post(`/conversations/${talk}/reopenings/answers`, { answer: 'yes' });
    const now = textOf(await rosa.html(`/conversations/${talk}/talk?show=open`));
    expect(now).toContain('Leads * well * at night.');
    const was = { outcome: 'sometimes', sentence: 'Leads * well * at night.' };
    await writeRow(
      daniel,
      talk,
      INCIDENTS,
      { outcome: 'consistently', sentence: 'Leads well by day too.' },
      was,
    );
    // Until both have signed again the first edition stands.
    expect(textOf(await rosa.html(`/conversations/${talk}/record`))).toContain('at night.');
    await agree(people, talk);
    const second = textOf(await rosa.html(`/conversations/${talk}/record`));
    expect(second).toContain('Leads well by day too.');
    expect(second).toContain('Reopened, because Rosa Lindqvist said: The date is wrong');
    expect(textOf(await daniel.html(`/conversations/${talk}/record?edition=1`))).toContain('at night.');
    expect((await rosa.get(`/conversations/${talk}/record?edition=3`)).status).toBe(404);
  });

  it('stays closed with a no', async () => {
    const { rosa, daniel, talk } = await agreed();
    await rosa.post(`/conversations/${talk}/reopenings`, { reason: 'The date is wrong' });
    await daniel.post(`/conversations/${talk}/reopenings/answers`, { answer: 'no' });
    expect((await writeRow(rosa, talk, INCIDENTS, { outcome: 'not yet' })).status).toBe(403);
    // And can be asked once more.
    expect((await rosa.post(`/conversations/${talk}/reopenings`, { reason: 'It really is' })).status).toBe(
      303,
    );
  });

  it('stays as it is while another conversation is under way', async () => {
    const { rosa, talk } = await agreed();
    await begin(rosa, 'lineManager');
    const refused = await rosa.post(`/conversations/${talk}/reopenings`, { reason: 'The date is wrong' });
    expect(refused.status).toBe(403);
    expect(textOf(await refused.text())).toContain('Another conversation is under way');
  });

  it('is a path through time, with two records of a competency beside each other', async () => {
    const people = await agreed();
    const { rosa, daniel } = people;
    const next = await begin(daniel, 'engineer');
    await reveal(people, next);
    await writeRow(daniel, next, INCIDENTS, { outcome: 'consistently', sentence: 'Leads at any hour.' });
    await agree(people, next);
    const own = await rosa.html(`/conversations/of/${idOf('engineer')}`);
    expect(textOf(own)).toContain('Handling incidents , talked about 2 times');
    const compared = textOf(
      await daniel.html(`/conversations/of/${idOf('engineer')}/competencies/harbour/incidents`),
    );
    expect(compared).toMatch(/Leads \* well \* at night\..*Leads at any hour\./);
    expect(compared).toContain('Both times it was about the same words.');
  });
});
