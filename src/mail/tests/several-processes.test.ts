import { expect, it } from 'vitest';
import { onEachEngine } from '../../../test/database.ts';
import { startMailServer } from './mail-server.ts';
import { MINUTE, PostOffice } from './post-office.ts';

/** Stays under way until it is let go, as a slow mail server does. */
function slowRoute() {
  let letGo: () => void = () => {};
  const held = new Promise<void>((go) => {
    letGo = go;
  });
  const delivered: string[] = [];
  const route = {
    description: 'slow',
    stays: false,
    deliver: async ({ address }: { address: string }) => {
      delivered.push(address);
      await held;
    },
    close: () => {},
  };
  return { route, delivered, letGo };
}

onEachEngine((database) => {
  it('sends each mail once, however many send', async () => {
    const server = await startMailServer();
    const offices = [1, 2, 3].map(() => new PostOffice(database(), server.url));
    const addresses = Array.from({ length: 24 }, (_, number) => `p${number}@harbour.example`);
    for (const address of addresses) await offices[0]?.handOver({ address });
    const sent = await Promise.all(offices.map(({ sender }) => sender.sendDue()));
    expect(sent.reduce((sum, one) => sum + one, 0)).toBe(24);
    expect(server.received.flatMap(({ to }) => to).sort()).toEqual(addresses.toSorted());
  });

  it('leaves a mail alone that another process is sending, and takes it over once that has ended', async () => {
    const slow = slowRoute();
    const server = await startMailServer();
    const one = new PostOffice(database(), slow.route);
    const other = new PostOffice(database(), server.url);
    await one.handOver();
    const underway = one.sender.sendDue();
    await expect.poll(() => slow.delivered).toHaveLength(1);
    expect(await other.sender.sendDue()).toBe(0);
    // As if the first had been killed: nobody marks the row, and its claim runs out.
    other.pass(10 * MINUTE);
    expect(await other.sender.sendDue()).toBe(1);
    slow.letGo();
    await underway;
  });

  it('ends only once the mail that is under way is marked', async () => {
    const slow = slowRoute();
    const office = new PostOffice(database(), slow.route);
    await office.handOver();
    await office.handOver({ address: 'amir@harbour.example' });
    const underway = office.sender.sendDue();
    await expect.poll(() => slow.delivered).toHaveLength(1);
    const stopped = office.sender.stop();
    slow.letGo();
    await Promise.all([stopped, underway]);
    expect((await office.rows()).map(({ sent_at }) => sent_at !== null)).toEqual([true, false]);
    expect(slow.delivered).toEqual(['rosa@harbour.example']);
  });
});
