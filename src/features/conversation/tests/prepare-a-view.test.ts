import { expect, it } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import {
  agree,
  answer,
  begin,
  idOf,
  LEAD,
  noteEvidence,
  openTalkWorld,
  reveal,
  submit,
  textOf,
  WATCH,
  writeRow,
} from './talk-world.ts';

const [INCIDENTS, RECORDS] = LEAD;

onEachEngine((database) => {
  it('shows the expectation, its proficiency’s definition, and the policy’s answer', async () => {
    const { rosa } = await openTalkWorld(database());
    const talk = await begin(rosa, 'lineManager');
    const page = textOf(await rosa.html(`/conversations/${talk}/prepare`));
    expect(page).toContain('Leads a fault that several teams feel');
    expect(page).toContain('Does it on an unusual day and teaches it.');
    expect(page).toContain('Do I need evidence for earlier levels? Assumed to be met.');
  });

  it('shows the evidence tied to each row: one’s own, and what is shared for the manager', async () => {
    const { rosa, daniel } = await openTalkWorld(database());
    await noteEvidence(database(), { text: 'Closed the crane outage', expectation: INCIDENTS, shared: true });
    await noteEvidence(database(), { text: 'Lost my temper at three', expectation: INCIDENTS });
    const talk = await begin(rosa, 'lineManager');
    const own = textOf(await rosa.html(`/conversations/${talk}/prepare`));
    expect(own).toContain('Closed the crane outage');
    expect(own).toMatch(/Lost my temper at three [\d\w ]+\. Private/);
    const other = textOf(await daniel.html(`/conversations/${talk}/prepare`));
    expect(other).toContain('Closed the crane outage');
    expect(other).not.toContain('Lost my temper');
  });

  it('saves a form of all rows, and shows what was left open as open', async () => {
    const { rosa } = await openTalkWorld(database());
    const talk = await begin(rosa, 'lineManager');
    const html = await rosa.html(`/conversations/${talk}/prepare`);
    const fields = formOf(html);
    const [first = ''] = Object.keys(fields).filter((name) => name.startsWith('note-'));
    const number = first.slice('note-'.length);
    const sent = await rosa.post(`/conversations/${talk}/answers`, {
      ...fields,
      [`note-${number}`]: 'Led *two* at night',
      [`stance-${number}`]: 'sometimes',
    });
    expect(sent.headers.get('location')).toBe(`/conversations/${talk}/prepare?done=saved`);
    const check = textOf(await rosa.html(`/conversations/${talk}/prepare/check`));
    expect(check).toMatch(/Handling incidents Shows it sometimes Led two at night/);
    expect(check).toContain('Written records Left open');
  });

  it('walks one by one, and says where one is', async () => {
    const { rosa } = await openTalkWorld(database());
    const talk = await begin(rosa, 'lineManager');
    const page = await rosa.html(`/conversations/${talk}/prepare/2`);
    expect(textOf(page)).toContain('2 of 3');
    const goOn = `/conversations/${talk}/prepare/3`;
    const sent = await rosa.post(`/conversations/${talk}/answers`, {
      ...formOf(page),
      place: '2',
      'go-on': goOn,
    });
    expect(sent.headers.get('location')).toBe(goOn);
    expect((await rosa.get(`/conversations/${talk}/prepare/4`)).status).toBe(404);
    // Nobody is led away by a form.
    const away = { ...formOf(page), 'go-on': 'https://elsewhere.example/' };
    expect((await rosa.post(`/conversations/${talk}/answers`, away)).headers.get('location')).toBe(
      `/conversations/${talk}/prepare?done=saved`,
    );
  });

  it('answers single points of an expectation', async () => {
    const { rosa } = await openTalkWorld(database());
    const talk = await begin(rosa, 'lineManager');
    const saved = await answer(rosa, talk, `${INCIDENTS}/p2`, {
      stance: 'not yet',
      note: 'I forget the half hour',
    });
    expect(await saved.json()).toEqual({ stance: 'not yet', note: 'I forget the half hour', version: 1 });
    const check = textOf(await rosa.html(`/conversations/${talk}/prepare/check`));
    expect(check).toContain('Point 2: Not yet I forget the half hour');
    for (const nowhere of [`${INCIDENTS}/p9`, 'unknown', 'incidents-head']) {
      expect((await answer(rosa, talk, nowhere, { stance: 'sometimes' })).status).toBe(404);
    }
  });

  it('keeps a text to the letter, and refuses one that is too long without losing it', async () => {
    const { rosa } = await openTalkWorld(database());
    const talk = await begin(rosa, 'lineManager');
    const note = '  Two spaces,\n\n\ta tab & <b>tags</b> \u202E';
    expect((await (await answer(rosa, talk, RECORDS, { note })).json()).note).toBe(note);
    const long = 'é'.repeat(10_001);
    expect((await answer(rosa, talk, RECORDS, { note: long })).status).toBe(400);
    const html = await rosa.html(`/conversations/${talk}/prepare/2`);
    const [field = ''] = Object.keys(formOf(html)).filter((name) => name.startsWith('note-'));
    const sent = await rosa.post(`/conversations/${talk}/answers`, {
      ...formOf(html),
      place: '2',
      [field]: long,
    });
    expect(sent.status).toBe(422);
    const back = await sent.text();
    expect(back).toContain(long);
    expect(textOf(back)).toContain('Shorten the note to 10,000 characters');
  });

  describeTwoTabs();

  function describeTwoTabs() {
    it('takes from two tabs what only one of them changed', async () => {
      const { rosa } = await openTalkWorld(database());
      const talk = await begin(rosa, 'lineManager');
      const was = { stance: '', note: '' };
      await answer(rosa, talk, RECORDS, { stance: 'sometimes' }, { was });
      const saved = await answer(rosa, talk, RECORDS, { note: 'From the other tab' }, { was });
      expect(await saved.json()).toEqual({ stance: 'sometimes', note: 'From the other tab', version: 2 });
    });

    it('loses neither text where both changed the same, and answers with the other', async () => {
      const { rosa } = await openTalkWorld(database());
      const talk = await begin(rosa, 'lineManager');
      await answer(rosa, talk, RECORDS, { note: 'One tab' });
      const refused = await answer(rosa, talk, RECORDS, { note: 'Another tab' });
      expect(refused.status).toBe(409);
      expect(await refused.json()).toEqual({ stance: '', note: 'One tab', version: 1 });
      // Whoever has seen it may replace it.
      const seen = { was: { stance: '', note: 'One tab' }, version: 1 };
      expect((await answer(rosa, talk, RECORDS, { note: 'Another tab' }, seen)).status).toBe(200);
    });

    it('shows both texts on the page that comes back, without script', async () => {
      const { rosa } = await openTalkWorld(database());
      const talk = await begin(rosa, 'lineManager');
      const html = await rosa.html(`/conversations/${talk}/prepare/2`);
      await answer(rosa, talk, RECORDS, { note: 'One tab' });
      const [field = ''] = Object.keys(formOf(html)).filter((name) => name.startsWith('note-'));
      const typed = { ...formOf(html), place: '2', [field]: 'Another tab' };
      const sent = await rosa.post(`/conversations/${talk}/answers`, typed);
      expect(sent.status).toBe(409);
      const back = await sent.text();
      expect(textOf(back)).toContain('Meanwhile you saved something else in another tab.');
      expect(back).toContain('One tab');
      // Sent once more it replaces what was seen.
      const again = { ...formOf(back), place: '2', [field]: 'Another tab' };
      expect((await rosa.post(`/conversations/${talk}/answers`, again)).status).toBe(303);
    });

    it('takes the same thing twice as once, as a script sends it whose answer was lost', async () => {
      const { rosa } = await openTalkWorld(database());
      const talk = await begin(rosa, 'lineManager');
      for (const _ of [1, 2]) {
        const saved = await answer(rosa, talk, RECORDS, { note: 'Sent twice' });
        expect(await saved.json()).toEqual({ stance: '', note: 'Sent twice', version: 1 });
      }
    });
  }

  it('shows what was agreed last to the person, and to the manager only once their view is in', async () => {
    const people = await openTalkWorld(database());
    const { rosa, daniel } = people;
    const before = await begin(rosa, 'lineManager');
    await reveal(people, before, { person: { [RECORDS]: { note: 'My view of last year' } } });
    await writeRow(rosa, before, RECORDS, {
      outcome: 'sometimes',
      sentence: 'The log has holes at weekends.',
    });
    await agree(people, before);
    const talk = await begin(rosa, 'lineManager');
    const last = 'Agreed last time Shows it sometimes . The log has holes at weekends.';
    expect(textOf(await rosa.html(`/conversations/${talk}/prepare`))).toContain(last);
    const everywhere = [
      `/conversations/${talk}/prepare`,
      `/conversations/${talk}/prepare/2`,
      `/conversations/${talk}/prepare/check`,
      `/conversations/${talk}/pack`,
      `/conversations/${before}`,
      `/conversations/of/${idOf('engineer')}`,
      '/conversations',
    ];
    for (const path of everywhere) {
      const html = await daniel.html(path);
      expect([path, /holes at weekends|My view of last year/.test(html)]).toEqual([path, false]);
    }
    for (const part of ['record', 'record.md', 'record.json']) {
      expect((await daniel.get(`/conversations/${before}/${part}`)).status).toBe(404);
    }
    expect(textOf(await daniel.html(`/conversations/${before}/talk`))).not.toContain('My view of last year');
    await submit(daniel, talk);
    expect(await daniel.html(`/conversations/${before}/record`)).toContain('The log has holes at weekends.');
  });

  it('always shows open actions, to both', async () => {
    const people = await openTalkWorld(database());
    const { rosa, daniel } = people;
    const before = await begin(rosa, 'lineManager');
    await reveal(people, before);
    await rosa.post(`/conversations/${before}/actions`, {
      add: 'action-1',
      'action-1-text': 'Run the next crane drill',
      'action-1-owner': idOf('engineer'),
    });
    await agree(people, before);
    const talk = await begin(rosa, 'lineManager');
    for (const visitor of [rosa, daniel]) {
      expect(textOf(await visitor.html(`/conversations/${talk}/prepare`))).toContain(
        'Run the next crane drill',
      );
    }
  });

  it('raises what an earlier level asks for, with a reason, and lets it go', async () => {
    const { rosa, daniel } = await openTalkWorld(database());
    const talk = await begin(rosa, 'lineManager');
    const [earlier] = WATCH;
    const without = await rosa.post(`/conversations/${talk}/raises`, { expectation: earlier, why: ' ' });
    expect(without.status).toBe(422);
    expect(await without.text()).toContain('Say why you want to talk about it');
    // Only what the policy leaves to be raised.
    for (const expectation of ['incidents-head', INCIDENTS]) {
      const sent = await rosa.post(`/conversations/${talk}/raises`, { expectation, why: 'So' });
      expect(sent.status).toBe(404);
    }
    await rosa.post(`/conversations/${talk}/raises`, { expectation: earlier, why: 'I skip the plan' });
    expect((await answer(rosa, talk, earlier, { stance: 'not yet' })).status).toBe(200);
    expect(textOf(await rosa.html(`/conversations/${talk}/prepare`))).toContain(
      'From Watch Engineer You raised it: I skip the plan',
    );
    expect(await daniel.html(`/conversations/${talk}/prepare`)).not.toContain('I skip the plan');
    await rosa.post(`/conversations/${talk}/raises/withdrawals`, { expectation: earlier });
    expect(await rosa.html(`/conversations/${talk}/prepare`)).not.toContain('I skip the plan');
  });
});

/** What a browser would send of the first form that holds answers, as it stands. */
function formOf(html: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [tag] of html.matchAll(/<input [^>]*>/g)) {
    const name = /\sname="([^"]*)"/.exec(tag)?.[1] ?? '';
    if (/^(expectation|point|version|was-)/.test(name))
      fields[name] = unescaped(/\svalue="([^"]*)"/.exec(tag)?.[1] ?? '');
    if (name.startsWith('stance-') && / checked/.test(tag))
      fields[name] = /\svalue="([^"]*)"/.exec(tag)?.[1] ?? '';
  }
  for (const [, name = '', text = ''] of html.matchAll(
    /<textarea [^>]*name="(note-[^"]*)"[^>]*>([\s\S]*?)<\/textarea>/g,
  )) {
    fields[name] = unescaped(text);
  }
  return fields;
}

function unescaped(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}
