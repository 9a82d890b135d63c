import { expect, it } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { answer, begin, LEAD, mailsIn, noteEvidence, openTalkWorld, submit, textOf } from './talk-world.ts';

const [INCIDENTS] = LEAD;

onEachEngine((database) => {
  it('shows both sides that one has submitted, and nothing of what', async () => {
    const { rosa, daniel } = await openTalkWorld(database());
    const talk = await begin(rosa, 'lineManager');
    await answer(rosa, talk, INCIDENTS, { stance: 'consistently', note: 'Nobody else knows this yet' });
    await submit(rosa, talk);
    expect(textOf(await daniel.html(`/conversations/${talk}`))).toContain(
      'Rosa Lindqvist has submitted. Your view is not in yet.',
    );
    expect(textOf(await rosa.html(`/conversations/${talk}`))).toContain(
      'Daniel Okafor has not submitted yet.',
    );
    expect(await daniel.html(`/conversations/${talk}/prepare`)).not.toContain('Nobody else knows');
    const mails = (await mailsIn(database())).filter(({ kind }) => kind === 'conversation submitted');
    expect(mails.map(({ address }) => address)).toEqual(['linemanager@harbour.example']);
  });

  it('can be taken back until the reveal, changed, and submitted again', async () => {
    const { rosa, daniel } = await openTalkWorld(database());
    const talk = await begin(rosa, 'lineManager');
    await submit(rosa, talk);
    expect((await answer(rosa, talk, INCIDENTS, { note: 'Too late' })).status).toBe(403);
    expect((await rosa.get(`/conversations/${talk}/prepare`)).status).toBe(303);
    expect((await rosa.post(`/conversations/${talk}/submissions`)).status).toBe(403);
    await rosa.post(`/conversations/${talk}/withdrawals`);
    expect((await answer(rosa, talk, INCIDENTS, { note: 'In time' })).status).toBe(200);
    expect(textOf(await daniel.html(`/conversations/${talk}`))).toContain('Neither view is in yet.');
    await submit(daniel, talk);
    await submit(rosa, talk);
    expect(textOf(await daniel.html(`/conversations/${talk}/talk`))).toContain('In time');
    const back = await rosa.post(`/conversations/${talk}/withdrawals`);
    expect(back.status).toBe(403);
    expect(textOf(await back.text())).toContain('yours can no longer be taken back');
  });

  it('asks about private evidence piece by piece: shared with the submission, or left out', async () => {
    const { rosa, daniel } = await openTalkWorld(database());
    const shown = await noteEvidence(database(), { text: 'Led the tide drill', expectation: INCIDENTS });
    const kept = await noteEvidence(database(), { text: 'Slept through a page', expectation: INCIDENTS });
    await noteEvidence(database(), { text: 'Of another row', expectation: 'incidents-head' });
    const talk = await begin(rosa, 'lineManager');
    const check = textOf(await rosa.html(`/conversations/${talk}/prepare/check`));
    expect(check).toContain('2 pieces of what you tied to these rows are private.');
    expect(check).not.toContain('Of another row');
    await submit(rosa, talk, [shown]);
    await submit(daniel, talk);
    const page = textOf(await daniel.html(`/conversations/${talk}/talk`));
    expect(page).toContain('Led the tide drill');
    expect(page).not.toContain('Slept through a page');
    const shared = await database()
      .owner.selectFrom('evidence')
      .select('id')
      .where('shared_at', 'is not', null)
      .execute();
    expect(shared).toEqual([{ id: shown }]);
    expect(kept).not.toBe(shown);
  });

  it('shares nothing of somebody else’s, whatever a form says', async () => {
    const { rosa } = await openTalkWorld(database());
    const other = await noteEvidence(database(), {
      text: 'Of a colleague',
      expectation: INCIDENTS,
      by: 'colleague',
    });
    const talk = await begin(rosa, 'lineManager');
    await submit(rosa, talk, [other]);
    const { owner } = database();
    const found = await owner.selectFrom('evidence').select('shared_at').where('id', '=', other).execute();
    expect(found).toEqual([{ shared_at: null }]);
  });

  it('a submission twice at once submits once, and reveals once', async () => {
    const { rosa, daniel } = await openTalkWorld(database());
    const talk = await begin(rosa, 'lineManager');
    const post = (visitor: typeof rosa) => visitor.post(`/conversations/${talk}/submissions`);
    const sent = await Promise.all([post(rosa), post(daniel), post(rosa), post(daniel)]);
    expect(sent.map(({ status }) => status).toSorted()).toEqual([303, 303, 403, 403]);
    const { owner } = database();
    expect(await owner.selectFrom('reveal').selectAll().execute()).toHaveLength(1);
    const events = await owner
      .selectFrom('event')
      .select('verb')
      .where('verb', '=', 'conversation.revealed')
      .execute();
    expect(events).toHaveLength(1);
  });
});
