/** Mails about questions. None repeats what somebody wrote: a mailbox is read by more people than a question is. */
import type { NewMail } from '../../mail/hand-over.ts';
import { questionAddress } from './addresses.ts';

type Mail = Pick<NewMail, 'kind' | 'subject' | 'body'>;

/** To each steward of the framework. */
export function newQuestionMail(question: {
  id: string;
  asker: string;
  framework: string;
  baseUrl: string;
}): Mail {
  const { id, asker, framework, baseUrl } = question;
  return {
    kind: 'question',
    subject: `A question about the wording of ${framework}`,
    body: `${asker} asks the stewards of ${framework} about a wording. Read and answer it here:

${baseUrl}${questionAddress(id)}

You get this because you are a steward of ${framework}.
`,
  };
}

/** To whoever asked. */
export function answeredMail(answer: { id: string; steward: string; baseUrl: string }): Mail {
  const { id, steward, baseUrl } = answer;
  return {
    kind: 'answer',
    subject: 'Your question about a wording was answered',
    body: `${steward} answered what you asked about a wording. Read it here:

${baseUrl}${questionAddress(id)}
`,
  };
}
