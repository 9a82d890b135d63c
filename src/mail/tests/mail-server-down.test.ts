import { expect, it } from 'vitest';
import { onEachEngine } from '../../../test/database.ts';
import { nextTry } from '../pauses.ts';
import { startMailServer } from './mail-server.ts';
import { DAY, MINUTE, PostOffice, START } from './post-office.ts';

onEachEngine((database) => {
  it('keeps why it failed, tries again, and sends once the server is back', async () => {
    const { port, stop } = await startMailServer();
    await stop();
    const office = new PostOffice(database(), `smtp://127.0.0.1:${port}`);
    await office.handOver();
    expect(await office.sender.sendDue()).toBe(0);
    const [failed] = await office.rows();
    expect(failed).toMatchObject({ tries: 1, sent_at: null, body: expect.stringContaining('invitation') });
    expect(failed?.failure).toMatch(/ECONNREFUSED/);
    expect(failed?.next_try_at).toEqual(new Date(START.getTime() + MINUTE));

    const back = await startMailServer({ port });
    expect(await office.sender.sendDue()).toBe(0);
    office.pass(MINUTE);
    expect(await office.sender.sendDue()).toBe(1);
    expect(back.received).toHaveLength(1);
    expect((await office.rows())[0]).toMatchObject({ failure: null, tries: 2, body: null });
  });

  it('gives up after three days, and forgets what it said a week later', async () => {
    const { port, stop } = await startMailServer();
    await stop();
    const office = new PostOffice(database(), `smtp://127.0.0.1:${port}`);
    await office.handOver();
    await office.sender.sendDue();
    office.pass(3 * DAY);
    await office.sender.sendDue();
    const [row] = await office.rows();
    expect(row).toMatchObject({ given_up_at: office.now, sent_at: null });
    expect(row?.body).toContain('invitation');
    expect(row?.failure).toMatch(/ECONNREFUSED/);
    office.pass(DAY);
    expect(await office.sender.sendDue()).toBe(0);
    expect((await office.rows())[0]?.tries).toBe(2);
    office.pass(7 * DAY);
    await office.sender.sendDue();
    expect((await office.rows())[0]).toMatchObject({ subject: null, body: null, tries: 2 });
  });

  it('lets one refused address hold up nobody else', async () => {
    const server = await startMailServer({ refuses: (address) => address.startsWith('gone') });
    const office = new PostOffice(database(), server.url);
    await office.handOver({ address: 'gone@harbour.example' });
    await office.handOver({ address: 'amir@harbour.example' });
    expect(await office.sender.sendDue()).toBe(1);
    expect(server.received.map(({ to }) => to[0])).toEqual(['amir@harbour.example']);
    expect((await office.rows())[0]?.failure).toContain('no such mailbox here');
  });

  it('waits for a server that lets nobody in, after one try a round', async () => {
    const server = await startMailServer({ login: { user: 'cairn', password: 'right' } });
    const office = new PostOffice(database(), server.url.replace('right', 'wrong'));
    await office.handOver();
    await office.handOver();
    expect(await office.sender.sendDue()).toBe(0);
    const rows = await office.rows();
    expect(rows.map(({ tries }) => tries)).toEqual([1, 0]);
    expect(rows[0]?.failure).toMatch(/wrong user or password|535/i);
    expect(rows[0]?.failure).not.toContain('right');
  });
});

it('waits a minute, then twice as long each time, six hours at most', () => {
  const pauses = [1, 2, 3, 4, 5, 8, 9, 10, 20].map((tries) => {
    const next = nextTry({ tries, created: START, now: START });
    return next === undefined ? undefined : (next.getTime() - START.getTime()) / MINUTE;
  });
  expect(pauses).toEqual([1, 2, 4, 8, 16, 128, 256, 360, 360]);
});
