/** What the colleague's pages do, whichever way they came. */
import type { Executor } from '../../../db/schema.ts';
import { dayIn } from '../../../domain/days.ts';
import { stateOfFeedback } from '../../../domain/feedback.ts';
import type { PublishedFrameworks } from '../../../domain/published.ts';
import type { Answer } from '../../../web/answer-with.ts';
import type { SentForm } from '../../../web/form-guard.ts';
import type { Page } from '../../../web/page.ts';
import { rowsOf, wordingOf } from '../rows.ts';
import { type Answering, declineFeedback, giveFeedback } from './answer.ts';
import {
  answerProblems,
  becauseProblems,
  emptyAnswer,
  saidIn,
  typedAnswer,
  typedBecause,
} from './answer-form.ts';
import { type AnswerProps, answerPage } from './answer-page.tsx';
import { checkAnswerPage, declinePage } from './check-answer-page.tsx';
import { answeredPage, tooLatePage } from './over-page.tsx';

/** Who is at which form, where from, and by what their forms are bound. */
export interface AtForm extends Answering {
  db: Executor;
  published: PublishedFrameworks;
  /** The address of the page. */
  address: string;
  /** Whether a mail led here, which others may find one day. */
  byMail: boolean;
  token: string;
}

export function shown(at: AtForm): Answer {
  const page = overPage(at) ?? answerPage({ ...propsOf(at), typed: emptyAnswer(at.ask.expectations) });
  return { page };
}

/** First what will be sent is shown again, then it is sent. */
export async function answered(at: AtForm, form: SentForm): Promise<Answer> {
  const over = overPage(at);
  if (over !== undefined) return { page: over };
  const { ask, db, address } = at;
  const props = propsOf(at);
  const typed = typedAnswer(form, ask.expectations);
  const errors = answerProblems(typed);
  const checked = form.text('checked');
  if (checked === 'change') return { page: answerPage({ ...props, typed }) };
  if (errors.length > 0) return { page: answerPage({ ...props, typed, errors }), status: 422 };
  if (checked !== 'yes') return { page: checkAnswerPage({ ...props, typed }) };
  await giveFeedback(db, at, saidIn(typed, ask.expectations));
  return { redirect: address };
}

/** The page on which somebody declines is itself the one to look at before. */
export function declining(at: AtForm): Answer {
  return { page: overPage(at) ?? declinePage(at) };
}

export async function declined(at: AtForm, form: SentForm): Promise<Answer> {
  const over = overPage(at);
  if (over !== undefined) return { page: over };
  const because = typedBecause(form);
  const errors = becauseProblems(because);
  if (errors.length > 0) return { page: declinePage({ ...at, because, errors }), status: 422 };
  await declineFeedback(at.db, at, because);
  return { redirect: at.address };
}

/** What is shown where there is nothing left to answer. */
function overPage(at: AtForm): Page | undefined {
  const { ask, now, byMail } = at;
  const today = dayIn('UTC', now);
  const state = stateOfFeedback(ask, today, ask.over);
  if (state === 'open') return undefined;
  if (byMail && ask.until < today) return tooLatePage(ask);
  return state === 'answered' || state === 'declined' ? answeredPage(propsOf(at)) : tooLatePage(ask);
}

function propsOf({ ask, published, address, token }: AtForm): AnswerProps {
  const { framework } = wordingOf(published, ask);
  return { ask, rows: rowsOf(framework, ask.expectations), framework, address, token };
}
