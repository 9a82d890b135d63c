/** Mails about confirmations. None repeats what somebody wrote: a mailbox is read by more people than a record is. */
import { DAYS_TO_ANSWER } from '../../../domain/ask.ts';
import type { NewMail } from '../../../mail/hand-over.ts';
import { dayInWords } from '../../../web/date.tsx';
import { asksAddress, linkAddress } from './addresses.ts';

type Mail = Pick<NewMail, 'kind' | 'subject' | 'body'>;

/** To the colleague who is asked. */
export function askMail(ask: { owner: string; secret: string; expiresAt: Date; baseUrl: string }): Mail {
  const { owner, secret, expiresAt, baseUrl } = ask;
  return {
    kind: 'confirmation',
    subject: `${owner} asks you to confirm something`,
    body: `${owner} wrote down something that happened at work, and asks whether you can confirm it. This link shows what they wrote and takes your answer, once:

${baseUrl}${linkAddress(secret)}

You can decline; only ${owner} sees that. The link works for ${DAYS_TO_ANSWER} days, until ${dayInWords(expiresAt.toISOString())}. Whoever holds it answers in your name, so please do not pass this mail on.
`,
  };
}

/** To the owner of the evidence. */
export function answeredMail(answer: { colleague: string; evidence: string; baseUrl: string }): Mail {
  const { colleague, evidence, baseUrl } = answer;
  return {
    kind: 'confirmation-answered',
    subject: `${colleague} answered what you asked`,
    body: `You asked ${colleague} to confirm something that you wrote down. Their answer stands beside it:

${baseUrl}${asksAddress(evidence)}
`,
  };
}
