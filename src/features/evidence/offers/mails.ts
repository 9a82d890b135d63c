/** Mails about offers. None repeats what somebody wrote. */
import type { NewMail } from '../../../mail/hand-over.ts';
import { offerAddress } from './addresses.ts';

/** To whom a note is offered. */
export function offerMail(offer: {
  id: string;
  from: string;
  baseUrl: string;
}): Pick<NewMail, 'kind' | 'subject' | 'body'> {
  const { id, from, baseUrl } = offer;
  return {
    kind: 'offer',
    subject: `${from} offers you a note`,
    body: `${from} wrote a note about something that you did. It is not in your record: read it, change it, and accept it or leave it:

${baseUrl}${offerAddress(id)}

If you leave it, ${from} sees that it was not taken, and nothing else.
`,
  };
}
