import type { PublishedFrameworks } from '../../../domain/published.ts';
import { dayInWords } from '../../../web/date.tsx';
import type { WholeEvidence } from '../evidence-of.ts';
import { spokenTo } from '../expectations.ts';
import { helpedName } from '../views/helped.tsx';

/** Whom somebody asked to confirm a piece, by name, and what they answered. Instants are ISO 8601. */
export interface AskTaken {
  /** Null once they are erased. */
  colleague: string | null;
  /** Which state of the piece they were shown. */
  version: number;
  askedAt: string;
  answer: string | null;
  sentence: string | null;
  answeredAt: string | null;
}

export interface TakenPiece extends WholeEvidence {
  asked: AskTaken[];
}

/** Somebody's evidence for reading: texts to the letter, which are Markdown themselves. */
export function evidenceAsMarkdown(pieces: readonly TakenPiece[], published: PublishedFrameworks): string {
  if (pieces.length === 0) return 'There is none.\n';
  return pieces.map((piece) => pieceAsMarkdown(piece, published)).join('\n');
}

function pieceAsMarkdown(piece: TakenPiece, published: PublishedFrameworks): string {
  const { text, happenedOn, kind, ties, links, helped, files, sharedAt, asked, versions } = piece;
  const facts = [
    ...(kind === undefined ? [] : [`Kind of work: ${kind}`]),
    ...ties.map((tie) => {
      const { competency, level, said } = spokenTo(published, tie);
      return `Speaks to ${[competency, level].filter((part) => part !== '').join(', ')} (${said?.framework.name ?? tie.framework} ${tie.release})`;
    }),
    ...links.map(({ url, title }) => (title === undefined ? `Link: ${url}` : `Link: ${title} ${url}`)),
    ...(helped.length === 0 ? [] : [`Helped ${helped.map(helpedName).join(', ')}`]),
    ...files.map(({ name }) => `File: ${name}`),
    sharedAt === undefined ? 'Private' : `Shared since ${day(sharedAt)}`,
    ...asked.map(askInWords),
  ];
  const earlier = versions.map(
    ({ text: before, replacedAt }) => `Until ${day(replacedAt)} it said:\n\n${quoted(before)}`,
  );
  return (
    [`## ${day(happenedOn)}`, text, facts.map((fact) => `- ${fact}`).join('\n'), ...earlier].join('\n\n') +
    '\n'
  );
}

function askInWords({ colleague, askedAt, answer, sentence, answeredAt }: AskTaken): string {
  const name = colleague ?? 'Somebody who has been erased';
  if (answer === 'confirmed')
    return `${name} confirmed it on ${day(answeredAt ?? askedAt)}: “${sentence ?? ''}”`;
  if (answer === 'declined') return `${name} would rather not confirm it, ${day(answeredAt ?? askedAt)}`;
  return `${name} was asked to confirm it on ${day(askedAt)}`;
}

function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}

function day(date: string): string {
  return dayInWords(date) ?? date;
}
