/** Mails about feedback. None repeats what anybody wrote. */
import type { NewMail } from '../../../mail/hand-over.ts';
import { dayInWords } from '../../../web/date.tsx';
import { linkAddress } from './addresses.ts';

type Mail = Pick<NewMail, 'kind' | 'subject' | 'body'>;

/** To the colleague who is asked. */
export function askMail(ask: {
  asker: string;
  /** Whose work it is about, where that is not who asks. */
  about: string | undefined;
  until: string;
  secret: string;
  baseUrl: string;
}): Mail {
  const { asker, about, until, secret, baseUrl } = ask;
  const whose = about === undefined ? 'their work' : `the work of ${about}`;
  return {
    kind: 'feedback',
    subject: `${asker} asks what you have seen of ${whose}`,
    body: `${asker} prepares a conversation and asks what you have seen of ${whose}. It is a short form, and “I have not seen this” is a good answer:

${baseUrl}${linkAddress(secret)}

You can answer until ${dayInWords(until)}, or decline, with or without a reason. Whoever holds the link answers in your name, so please do not pass this mail on.
`,
  };
}

/** To whoever asked. */
export function answeredMail(answer: { colleague: string; declined: boolean; address: string }): Mail {
  const { colleague, declined, address } = answer;
  return {
    kind: 'feedback answered',
    subject: `${colleague} ${declined ? 'declined what you asked' : 'answered what you asked'}`,
    body: `${
      declined
        ? `${colleague} would rather not say anything this time.`
        : `What ${colleague} says is read by both of you, once both views are revealed, and by nobody before.`
    }

${address}
`,
  };
}
