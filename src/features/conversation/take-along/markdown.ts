import type { PublishedFrameworks } from '../../../domain/published.ts';
import type { FeedbackReceived } from '../feedback/received.ts';
import { day, line, list, quoted } from '../markdown-text.ts';
import { levelOf, rowsOf, wordingOf } from '../rows.ts';
import { outcomeInWords, stanceInWords } from '../views/outcomes.ts';
import type { HeldAnswer, HeldConversation, HeldFeedback } from './held.ts';
import type { HeldAsManager } from './held-as-manager.ts';

const ERASED = 'somebody who has been erased';

export interface Held {
  conversations: readonly HeldConversation[];
  asManager: readonly HeldAsManager[];
  askedOfYou: readonly FeedbackReceived[];
}

/** The same for reading. */
export function conversationsAsMarkdown(held: Held, published: PublishedFrameworks): string {
  return [
    ...held.conversations.map((one) => conversation(one, published)),
    ...held.asManager.map((one) => managed(one, published)),
    ...held.askedOfYou.map((one) => asked(one, published)),
  ].join('\n\n');
}

type About = Pick<HeldConversation, 'framework' | 'release'>;

/** What an expectation is called in the wording of a conversation. */
function headings(about: About, published: PublishedFrameworks): (expectation: string) => string {
  const { framework } = wordingOf(published, about);
  return (expectation) => line(rowsOf(framework, [expectation])[0]?.heading ?? expectation);
}

function levelName(about: About & { level: string }, published: PublishedFrameworks): string {
  return line(levelOf(wordingOf(published, about).framework, about.level).name);
}

function conversation(one: HeldConversation, published: PublishedFrameworks): string {
  const called = headings(one, published);
  const manager = line(one.manager ?? ERASED);
  const said = (side: HeldAnswer['side']) =>
    answers(
      one.views.filter((answer) => answer.side === side),
      called,
    );
  return [
    `## Conversation with ${manager} about ${levelName(one, published)}, begun on ${day(one.startedAt)}`,
    list([
      ...one.dates.map(({ startsAt, place, cancelled }) =>
        [`Talk on ${day(startsAt)}`, place && line(place), cancelled && 'cancelled']
          .filter(Boolean)
          .join(', '),
      ),
      one.revealedAt === null ? 'Not revealed' : `Revealed on ${day(one.revealedAt)}`,
      ...(one.ended === null ? [] : [`Ended on ${day(one.ended.at)}: ${one.ended.reason}`]),
      ...one.records.map(({ edition, agreedAt }) => `Agreed on ${day(agreedAt)}, edition ${edition}`),
    ]),
    `### Your view\n\n${said('person')}`,
    ...(one.revealedAt === null ? [] : [`### What ${manager} said\n\n${said('manager')}`]),
    ...agreed(one, called),
    ...(one.feedback.length === 0
      ? []
      : ['### Feedback asked for', ...one.feedback.map((given) => feedback(given, called))]),
  ].join('\n\n');
}

function agreed({ agreed: rows }: HeldConversation, called: (expectation: string) => string): string[] {
  if (rows.length === 0) return [];
  return [
    '### Agreed together',
    ...rows.map(({ expectation, outcome, sentence, personReason, managerReason }) =>
      [
        `**${called(expectation)}**: ${outcomeInWords(outcome ?? undefined)}`,
        ...[sentence, personReason, managerReason].filter((text) => text !== '').map(quoted),
      ].join('\n\n'),
    ),
  ];
}

function answers(given: readonly HeldAnswer[], called: (expectation: string) => string): string {
  if (given.length === 0) return 'Nothing.';
  return given
    .map(({ expectation, point, stance, note }) =>
      [
        `**${called(expectation)}**${point === '' ? '' : ', one point'}: ${stanceInWords(stance ?? undefined)}`,
        ...(note === '' ? [] : [quoted(note)]),
      ].join('\n\n'),
    )
    .join('\n\n');
}

function feedback(given: HeldFeedback, called: (expectation: string) => string): string {
  const { colleague, askedBy, expectations, askedAt, question, because } = given;
  return [
    `${line(colleague ?? ERASED)}, asked by ${line(askedBy ?? ERASED)} on ${day(askedAt)} about ${expectations.map(called).join(', ')}. ${courseInWords(given)}`,
    ...[question, because].flatMap((text) => (text === null ? [] : [quoted(text)])),
    ...given.said.map(({ expectation, text }) =>
      text === null
        ? `**${called(expectation)}**: not seen`
        : `**${called(expectation)}**\n\n${quoted(text)}`,
    ),
  ].join('\n\n');
}

function courseInWords({ answeredAt, declinedAt, withdrawnAt, until }: HeldFeedback): string {
  if (answeredAt !== null) return `Answered on ${day(answeredAt)}.`;
  if (declinedAt !== null) return `Declined on ${day(declinedAt)}.`;
  return withdrawnAt === null ? `To be answered until ${day(until)}.` : `Taken back on ${day(withdrawnAt)}.`;
}

function managed(one: HeldAsManager, published: PublishedFrameworks): string {
  return [
    `## Held by you with ${line(one.person)} about ${levelName(one, published)}, begun on ${day(one.startedAt)}`,
    `### What you wrote\n\n${answers(one.yourView, headings(one, published))}`,
    ...(one.signed.length === 0
      ? []
      : [list(one.signed.map(({ edition, agreedAt }) => `You signed edition ${edition}, ${day(agreedAt)}`))]),
  ].join('\n\n');
}

function asked(one: FeedbackReceived, published: PublishedFrameworks): string {
  const called = headings(one, published);
  const said = [...one.said].map(([expectation, text]) =>
    text === null ? `**${called(expectation)}**: not seen` : `**${called(expectation)}**\n\n${quoted(text)}`,
  );
  return [
    `## Asked of you about the work of ${line(one.about.name)}, on ${day(one.askedAt.toISOString())}`,
    `By ${line(one.asker?.name ?? ERASED)}, about ${one.expectations.map(called).join(', ')}.`,
    ...[one.question, one.because].flatMap((text) => (text === undefined ? [] : [quoted(text)])),
    ...(one.declinedAt === undefined ? said : ['You declined.']),
  ].join('\n\n');
}
