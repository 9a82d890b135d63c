import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { expect, it, onTestFinished } from 'vitest';
import { onEmbedded } from '../../../test/database.ts';
import { outboxRoute } from '../index.ts';
import { FROM, invitation, PostOffice, START } from './post-office.ts';

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

onEmbedded((database) => {
  it('writes mail to files and its links onto the terminal while there is no mail server', async () => {
    const folder = join(emptyFolder(), 'outbox');
    const printed: string[] = [];
    const office = new PostOffice(
      database(),
      outboxRoute(folder, FROM, (line) => printed.push(line)),
    );
    await office.handOver();
    expect(await office.sender.sendDue()).toBe(1);

    const [name = ''] = readdirSync(folder);
    expect(readdirSync(folder)).toHaveLength(1);
    expect(name).toMatch(/^2026-11-26T09-00-00-000Z-invitation-[\da-f]{6}\.eml$/);
    const file = join(folder, name);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    const text = readFileSync(file, 'utf8');
    // A long line is not cut: a link can be copied out of the file.
    expect(text).toContain('\r\nhttps://cairn.example/invitation/abc\r\n');
    const mail = await PostalMime.parse(text);
    expect(mail).toMatchObject({
      subject: 'Your account on Cairn – bienvenue',
      text: invitation(START).body,
    });
    expect(printed).toEqual([
      'Mail to rosa@harbour.example, Your account on Cairn – bienvenue: https://cairn.example/invitation/abc',
    ]);
  });

  it('keeps whoever a mail is for out of the name of its file', async () => {
    const folder = emptyFolder();
    const office = new PostOffice(
      database(),
      outboxRoute(folder, FROM, () => {}),
    );
    await office.handOver({ address: '../../etc/passwd@harbour.example' });
    await office.sender.sendDue();
    expect(readdirSync(folder)[0]).toMatch(/^[\w-]+\.eml$/);
  });
});
