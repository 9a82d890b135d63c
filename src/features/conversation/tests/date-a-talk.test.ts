import { expect, it } from 'vitest';
import { onEachEngine } from '../../../../test/database.ts';
import { agree, begin, day, mailsIn, openTalkWorld, reveal, textOf } from './talk-world.ts';

onEachEngine((database) => {
  const entries = async (kind: string) => {
    const mails = await mailsIn(database());
    return mails.filter((mail) => mail.kind === kind).map(({ calendar }) => calendar ?? '');
  };

  it('is set, moved and cancelled, and both calendars follow', async () => {
    const { rosa, daniel } = await openTalkWorld(database());
    const talk = await begin(rosa, 'lineManager');
    const when = { day: day(9), time: '10:00', minutes: '60', place: '' };
    await daniel.post(`/conversations/${talk}/dates`, when);
    await rosa.post(`/conversations/${talk}/dates`, { ...when, time: '11:30', place: 'The lighthouse' });
    expect(textOf(await daniel.html(`/conversations/${talk}`))).toContain('Where: The lighthouse');
    await rosa.post(`/conversations/${talk}/dates/cancellations`);
    expect(textOf(await daniel.html(`/conversations/${talk}`))).toContain('There is no date yet.');
    const [set, moved, cancelled] = await Promise.all(
      ['conversation date', 'conversation moved', 'conversation date cancelled'].map(entries),
    );
    expect(set).toHaveLength(2);
    expect(set?.[0]).toContain('SEQUENCE:0');
    expect(moved?.[0]).toContain('SEQUENCE:1');
    expect(moved?.[0]).toContain('LOCATION:The lighthouse');
    expect(cancelled?.[1]).toMatch(/METHOD:CANCEL[\s\S]*SEQUENCE:2[\s\S]*STATUS:CANCELLED/);
    // One entry for its whole life, which whoever began the conversation owns.
    for (const entry of [set, moved, cancelled].flat()) {
      expect(entry).toContain(`UID:${talk}@cairn.test`);
      expect(entry).toContain('ORGANIZER;CN="Rosa Lindqvist"');
    }
    // Set again it is a new version of the same entry.
    await rosa.post(`/conversations/${talk}/dates`, when);
    expect((await entries('conversation date')).at(-1)).toContain('SEQUENCE:3');
  });

  it('is a file for whoever has no such mail', async () => {
    const { rosa, daniel } = await openTalkWorld(database());
    const talk = await begin(rosa, 'lineManager');
    expect((await daniel.get(`/conversations/${talk}/calendar.ics`)).status).toBe(404);
    await rosa.post(`/conversations/${talk}/dates`, { day: day(9), time: '10:00', minutes: '60' });
    const file = await daniel.get(`/conversations/${talk}/calendar.ics`);
    expect(file.headers.get('content-type')).toContain('text/calendar');
    expect(await file.text()).toContain('BEGIN:VEVENT');
  });

  it('is on the clock of whoever sets it', async () => {
    const { rosa } = await openTalkWorld(database());
    await database().owner.updateTable('person').set({ time_zone: 'Asia/Tokyo' }).execute();
    const talk = await begin(rosa, 'lineManager');
    await rosa.post(`/conversations/${talk}/dates`, { day: day(9), time: '10:00', minutes: '60' });
    const [date] = await database().owner.selectFrom('conversation_date').select('starts_at').execute();
    expect(date?.starts_at.toISOString()).toBe(`${day(9)}T01:00:00.000Z`);
  });

  it('comes back with what was typed where something is wrong', async () => {
    const { rosa } = await openTalkWorld(database());
    const talk = await begin(rosa, 'lineManager');
    const sent = await rosa.post(`/conversations/${talk}/dates`, {
      day: '2020-02-30',
      time: '',
      minutes: '7',
    });
    expect(sent.status).toBe(422);
    const page = await sent.text();
    for (const message of ['Choose the day of the talk', 'Give the time', 'Choose how long it takes']) {
      expect(page).toContain(message);
    }
    expect(page).toContain('value="2020-02-30"');
  });

  it('ends with the conversation', async () => {
    const people = await openTalkWorld(database());
    const { rosa } = people;
    const when = { day: day(9), time: '10:00', minutes: '60' };
    const ended = await begin(rosa, 'lineManager', 'harbour/lead', when);
    await rosa.post(`/conversations/${ended}/ends`);
    expect((await entries('conversation ended'))[0]).toContain('METHOD:CANCEL');
    const agreed = await begin(rosa, 'lineManager');
    await reveal(people, agreed);
    await agree(people, agreed);
    expect((await rosa.post(`/conversations/${agreed}/dates`, when)).status).toBe(403);
  });
});
