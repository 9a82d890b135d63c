import { expect, it } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import {
  agree,
  begin,
  idOf,
  LEAD,
  mailsIn,
  noteEvidence,
  openTalkWorld,
  reveal,
  textOf,
  WATCH,
  writeRow,
} from './talk-world.ts';

const [INCIDENTS, RECORDS, SUPPLIERS] = LEAD;

const VIEWS = {
  person: {
    [INCIDENTS]: { stance: 'sometimes', note: 'Amir sent the updates' },
    [RECORDS]: { stance: 'consistently', note: 'Closed every hole' },
    [SUPPLIERS]: { stance: 'not yet' },
  },
  manager: {
    [INCIDENTS]: { stance: 'consistently', note: 'Both reviews came with actions' },
    [RECORDS]: { stance: 'consistently' },
  },
} as const;

onEachEngine((database) => {
  async function talking() {
    const people = await openTalkWorld(database());
    await noteEvidence(database(), {
      text: 'Closed the crane outage',
      expectation: INCIDENTS,
      shared: true,
      helped: 'The crew of pier two',
    });
    const talk = await begin(people.rosa, 'lineManager');
    await people.daniel.post(`/conversations/${talk}/raises`, {
      expectation: WATCH[1],
      why: 'The night log is thin',
    });
    await reveal(people, talk, VIEWS);
    return { ...people, talk };
  }

  it('shows both views side by side, differences first and what is seen the same folded', async () => {
    const { rosa, daniel, talk } = await talking();
    for (const visitor of [rosa, daniel]) {
      const html = await visitor.html(`/conversations/${talk}/talk`);
      const page = textOf(html);
      expect(page).toMatch(
        /Seen differently, 1.*Raised from earlier levels, 1.*Left open, 1.*Seen the same, 1/,
      );
      expect(page).toContain('Rosa Lindqvist says Shows it sometimes Amir sent the updates');
      expect(page).toContain('Daniel Okafor says Shows it consistently Both reviews came with actions');
      expect(page).toContain('Daniel Okafor raised it: The night log is thin');
      expect(html).toMatch(/<details class="fold"><summary><h2 id="_same">/);
    }
    const only = textOf(await rosa.html(`/conversations/${talk}/talk?show=open`));
    expect(only).toContain('Working with suppliers');
    expect(only).not.toContain('Amir sent the updates');
  });

  it('says who this helped, from the evidence', async () => {
    const { daniel, talk } = await talking();
    const page = textOf(await daniel.html(`/conversations/${talk}/talk`));
    expect(page).toContain('Who this helped The crew of pier two');
    expect(page).toContain('never held against anybody');
    expect(textOf(await daniel.html(`/conversations/${talk}/pack`))).toContain('The crew of pier two');
  });

  it('lets each see what the other writes, and only what changed since', async () => {
    const { rosa, daniel, talk } = await talking();
    const rows = `/api/conversations/${talk}/rows`;
    const first = await daniel.get(rows);
    const etag = first.headers.get('etag') ?? '';
    expect((await daniel.get(rows, { 'if-none-match': etag })).status).toBe(304);
    await writeRow(rosa, talk, INCIDENTS, { outcome: 'consistently', sentence: 'Leads well.' });
    const second = await daniel.get(rows, { 'if-none-match': etag });
    expect(second.status).toBe(200);
    const { rows: now } = (await second.json()) as { rows: { expectation: string; sentence: string }[] };
    expect(now.find(({ expectation }) => expectation === INCIDENTS)?.sentence).toBe('Leads well.');
  });

  it('takes in what two write at once, each their own reason', async () => {
    const { rosa, daniel, talk } = await talking();
    const differently = { outcome: 'we see this differently' };
    await writeRow(rosa, talk, INCIDENTS, differently);
    await writeRow(rosa, talk, INCIDENTS, { ...differently, person: 'Nerve' }, differently);
    const saved = await writeRow(daniel, talk, INCIDENTS, { ...differently, manager: 'Skill' }, differently);
    expect(await saved.json()).toMatchObject({ person: 'Nerve', manager: 'Skill', version: 3 });
    const refused = await writeRow(daniel, talk, INCIDENTS, { ...differently, person: 'Luck' }, differently);
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({ person: 'Nerve' });
  });

  it('saves without script, and brings back both texts where both wrote', async () => {
    const { rosa, daniel, talk } = await talking();
    const fields = {
      'row-1': INCIDENTS,
      'version-1': '0',
      'outcome-1': 'sometimes',
      'sentence-1': 'From a page',
    };
    const sent = await rosa.post(`/conversations/${talk}/rows`, { ...fields, at: '1', shown: 'differences' });
    expect(sent.headers.get('location')).toBe(
      `/conversations/${talk}/talk?show=differences&done=saved#row-1`,
    );
    const late = await daniel.post(`/conversations/${talk}/rows`, {
      ...fields,
      'sentence-1': 'From another',
    });
    expect(late.status).toBe(409);
    const page = await late.text();
    expect(textOf(page)).toContain('Somebody wrote here meanwhile.');
    expect(page).toContain('From a page');
    expect(page).toContain('From another');
  });

  it('adds actions to a row, and keeps everything else that was typed', async () => {
    const { rosa, talk } = await talking();
    const typed = { 'row-1': INCIDENTS, 'version-1': '0', 'outcome-1': 'sometimes', 'sentence-1': 'Typed' };
    const add = { ...typed, add: 'action-1', 'action-1-text': 'Send the updates', 'action-1-due': 'soon' };
    const refused = await rosa.post(`/conversations/${talk}/actions`, add);
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(textOf(page)).toContain('Choose who does it');
    expect(page).toContain('value="Send the updates"');
    expect(page).toContain('Typed');
    const whole = { ...add, 'action-1-owner': idOf('lineManager'), 'action-1-due': '2027-01-31' };
    expect((await rosa.post(`/conversations/${talk}/actions`, whole)).status).toBe(303);
    expect(textOf(await rosa.html(`/conversations/${talk}/talk`))).toContain(
      'Daniel Okafor Send the updates , by 31 January 2027',
    );
    const stranger = { ...whole, 'action-1-owner': idOf('stranger') };
    expect((await rosa.post(`/conversations/${talk}/actions`, stranger)).status).toBe(422);
  });

  it('freezes what both sign: rows, wording, views, evidence, actions', async () => {
    const { rosa, daniel, talk } = await talking();
    await writeRow(rosa, talk, INCIDENTS, { outcome: 'consistently', sentence: 'Leads well.' });
    await writeRow(rosa, talk, SUPPLIERS, { outcome: 'no opportunity yet' });
    const check = textOf(await rosa.html(`/conversations/${talk}/check`));
    expect(check).toContain('Handling incidents Shows it consistently Leads well.');
    expect(check).toContain('Written records Left open');
    expect(check).toContain('Daniel Okafor Find an opportunity for Rosa Lindqvist: Working with suppliers');
    await agree({ rosa, daniel }, talk);
    for (const visitor of [rosa, daniel]) {
      const record = textOf(await visitor.html(`/conversations/${talk}/record`));
      expect(record).toContain('Leads well.');
      expect(record).toContain('Leads a fault that several teams feel');
      expect(record).toContain('Amir sent the updates');
      expect(record).toContain('Closed the crane outage');
      expect(record).toContain('Find an opportunity for Rosa Lindqvist: Working with suppliers');
      expect(record).toMatch(/Signatures Rosa Lindqvist , .* Daniel Okafor , /);
    }
    const told = (await mailsIn(database())).filter(({ kind }) => kind === 'conversation agreed');
    expect(told).toHaveLength(2);
    expect((await writeRow(rosa, talk, INCIDENTS, { outcome: 'not yet' })).status).toBe(403);
    expect((await rosa.post(`/conversations/${talk}/ends`)).status).toBe(403);
  });

  it('wants both reasons before anybody signs that they see it differently', async () => {
    const { rosa, talk } = await talking();
    await writeRow(rosa, talk, INCIDENTS, { outcome: 'we see this differently', person: 'Nerve' });
    expect(textOf(await rosa.html(`/conversations/${talk}/check`))).toContain(
      'Still missing: the manager’s reason',
    );
    expect((await rosa.post(`/conversations/${talk}/signatures`)).status).toBe(403);
  });

  it('stops the writing at the first signature, which can be taken back', async () => {
    const { rosa, daniel, talk } = await talking();
    await rosa.post(`/conversations/${talk}/signatures`);
    expect((await writeRow(daniel, talk, INCIDENTS, { outcome: 'not yet' })).status).toBe(403);
    expect((await rosa.post(`/conversations/${talk}/signatures`)).status).toBe(403);
    expect(textOf(await daniel.html('/conversations'))).toContain('Rosa Lindqvist has signed.');
    expect((await daniel.post(`/conversations/${talk}/signatures/withdrawals`)).status).toBe(403);
    await rosa.post(`/conversations/${talk}/signatures/withdrawals`);
    expect((await writeRow(daniel, talk, INCIDENTS, { outcome: 'not yet' })).status).toBe(200);
  });

  it('two signatures at once agree it once', async () => {
    const { rosa, daniel, talk } = await talking();
    const sent = await Promise.all(
      [rosa, daniel].map((who) => who.post(`/conversations/${talk}/signatures`)),
    );
    expect(sent.map(({ status }) => status)).toEqual([303, 303]);
    expect(await database().owner.selectFrom('agreed_record').select('edition').execute()).toEqual([
      { edition: 1 },
    ]);
  });

  it('a deputy takes the manager’s part in their own name, after the reveal and not before', async () => {
    const people = await openTalkWorld(database());
    const { world, rosa } = people;
    const deputy = await world.as('deputy');
    const talk = await begin(rosa, 'lineManager');
    expect((await deputy.get(`/conversations/${talk}/prepare`)).status).toBe(404);
    expect((await deputy.post(`/conversations/${talk}/submissions`)).status).toBe(404);
    await reveal(people, talk, VIEWS);
    expect((await writeRow(deputy, talk, INCIDENTS, { outcome: 'sometimes' })).status).toBe(200);
    await agree({ rosa, daniel: deputy }, talk);
    const record = textOf(await rosa.html(`/conversations/${talk}/record`));
    expect(record).toMatch(/Lucía Prieto , in place of Daniel Okafor ,/);
  });
});
