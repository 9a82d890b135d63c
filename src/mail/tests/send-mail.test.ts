import { expect, it } from 'vitest';
import { onEachEngine } from '../../../test/database.ts';
import { inTransaction } from '../../db/transaction.ts';
import { handOverMail } from '../index.ts';
import { startMailServer } from './mail-server.ts';
import { DAY, invitation, PostOffice, START } from './post-office.ts';

onEachEngine((database) => {
  it('sends what was handed over, once, and forgets what it said', async () => {
    const server = await startMailServer();
    const office = new PostOffice(database(), server.url);
    await office.handOver();
    expect(await office.sender.sendDue()).toBe(1);
    expect(await office.sender.sendDue()).toBe(0);

    const [received] = server.received;
    expect(server.received).toHaveLength(1);
    expect(received).toMatchObject({ from: 'cairn@harbour.example', to: ['rosa@harbour.example'] });
    expect(received?.mail).toMatchObject({
      from: { name: 'Cairn', address: 'cairn@harbour.example' },
      subject: 'Your account on Cairn – bienvenue',
      text: invitation(START).body,
    });
    const [row] = await office.rows();
    expect(row).toMatchObject({ subject: null, body: null, failure: null, tries: 1, sent_at: START });
    expect(received?.mail.messageId).toBe(`<${row?.id}@harbour.example>`);
    expect(received?.mail.headers).toContainEqual(
      expect.objectContaining({ key: 'auto-submitted', value: 'auto-generated' }),
    );
  });

  it('sends nothing of what did not happen in the end', async () => {
    const server = await startMailServer();
    const office = new PostOffice(database(), server.url);
    const undone = inTransaction(database().auth, async (transaction) => {
      await handOverMail(transaction, invitation(START));
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await office.sender.sendDue()).toBe(0);
    expect(server.received).toEqual([]);
  });

  it('goes out by itself right after it was handed over', async () => {
    const server = await startMailServer();
    const office = new PostOffice(database(), server.url);
    office.sender.start();
    await office.handOver();
    await expect.poll(() => server.received.length, { timeout: 5_000 }).toBe(1);
  });

  it('logs in where the address says so, with the password as it was escaped', async () => {
    const server = await startMailServer({ login: { user: 'cairn', password: 'p@ss/w#rd' } });
    const office = new PostOffice(database(), server.url);
    await office.handOver();
    expect(await office.sender.sendDue()).toBe(1);
  });

  it('gives no password to another machine in the clear', async () => {
    const server = await startMailServer({ login: { user: 'cairn', password: 'right' } });
    // This machine, by a name that does not say so.
    const office = new PostOffice(database(), server.url.replace('127.0.0.1', '[::ffff:127.0.0.1]'));
    await office.handOver();
    expect(await office.sender.sendDue()).toBe(0);
    expect((await office.rows())[0]?.failure).toMatch(/TLS/);
  });

  it('takes an address for one, whatever stands in it', async () => {
    const server = await startMailServer();
    const office = new PostOffice(database(), server.url);
    await office.handOver({
      address: 'rosa@harbour.example, stranger@elsewhere.example',
      subject: 'One\r\nBcc: stranger@elsewhere.example',
    });
    await office.sender.sendDue();
    expect(server.received.flatMap(({ to }) => to)).not.toContain('stranger@elsewhere.example');
    expect(server.received.map(({ raw }) => raw).join()).not.toMatch(/^bcc:/im);
  });

  it('removes the rows of sent mail after 30 days', async () => {
    const server = await startMailServer();
    const office = new PostOffice(database(), server.url);
    await office.handOver();
    await office.sender.sendDue();
    office.pass(29 * DAY);
    await office.sender.sendDue();
    expect(await office.rows()).toHaveLength(1);
    office.pass(2 * DAY);
    await office.sender.sendDue();
    expect(await office.rows()).toHaveLength(0);
  });
});
