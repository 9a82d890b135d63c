/** Where mail goes while no mail server is set: into a folder, and its links onto the terminal. */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { ClaimedMail } from './queue.ts';
import { type MailRoute, messageOf } from './route.ts';

/**
 * @param folder where each mail becomes a file that every mail program opens; only this user may read it
 * @param print writes a line onto the terminal
 */
export function outboxRoute(folder: string, from: string, print: (line: string) => void): MailRoute {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return {
    description: `files in ${folder}`,
    stays: true,
    deliver: async (mail) => {
      const { message } = await composer.sendMail(messageOf(mail, from));
      const file = join(folder, nameOf(mail));
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(`${file}.part`, legible(message as Buffer, mail), { mode: 0o600 });
      await rename(`${file}.part`, file);
      print(`Mail to ${mail.address}, ${mail.subject}: ${linksIn(mail.body).join(' ') || file}`);
    },
    close: () => composer.close(),
  };
}

/** The mail with its text as it is, so that a link can be copied out of the file: the encoding for the way would cut
 * it in two. */
function legible(message: Buffer, { body, calendar }: ClaimedMail): string {
  // Of several parts: it stays as it was composed.
  if (calendar !== null) return message.toString();
  const [head = ''] = message.toString().split('\r\n\r\n', 1);
  const plain = head.replace(/^(Content-Transfer-Encoding): .*$/m, '$1: 8bit');
  return `${plain}\r\n\r\n${body.replace(/\r?\n/g, '\r\n')}`;
}

/** Sorts by time; no part of it comes from whoever the mail is for. */
function nameOf({ id, kind, created }: ClaimedMail): string {
  return `${created.toISOString().replace(/[:.]/g, '-')}-${kind}-${id.slice(-6)}.eml`;
}

function linksIn(body: string): string[] {
  return body.match(/^https?:\/\/\S+$/gm) ?? [];
}
