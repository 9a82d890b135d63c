import { expect, it } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { begin, LEAD, noteEvidence, openTalkWorld, submit, textOf } from './talk-world.ts';

const [INCIDENTS] = LEAD;

onEachEngine((database) => {
  it('keeps evidence that a submitted view leans on: it can be neither taken back nor deleted', async () => {
    const { rosa } = await openTalkWorld(database());
    const piece = { text: 'Led the long night', expectation: INCIDENTS, shared: true };
    const id = await noteEvidence(database(), piece);
    const talk = await begin(rosa, 'lineManager');
    expect(textOf(await rosa.html(`/evidence/${id}`))).not.toContain('It was used in');
    await submit(rosa, talk);
    expect(textOf(await rosa.html(`/evidence/${id}`))).toContain('It was used in the conversation of');
    expect((await rosa.post(`/evidence/${id}/shares/withdrawal`)).status).toBe(403);
    expect((await rosa.post(`/evidence/${id}/deletion`)).status).toBe(403);
    expect(await rosa.html('/my-path')).toContain('Led the long night');
  });

  it('lets evidence go again with the view that leaned on it', async () => {
    const { rosa } = await openTalkWorld(database());
    const piece = { text: 'Led the long night', expectation: INCIDENTS, shared: true };
    const id = await noteEvidence(database(), piece);
    const talk = await begin(rosa, 'lineManager');
    await submit(rosa, talk);
    await rosa.post(`/conversations/${talk}/withdrawals`);
    expect((await rosa.post(`/evidence/${id}/shares/withdrawal`)).status).toBe(303);
  });

  it('lets evidence go again where the conversation ended without a reveal', async () => {
    const { rosa } = await openTalkWorld(database());
    const piece = { text: 'Led the long night', expectation: INCIDENTS, shared: true };
    const id = await noteEvidence(database(), piece);
    const talk = await begin(rosa, 'lineManager');
    await submit(rosa, talk);
    expect((await rosa.post(`/conversations/${talk}/ends`)).status).toBe(303);
    expect((await rosa.post(`/evidence/${id}/deletion`)).status).toBe(303);
  });
});
