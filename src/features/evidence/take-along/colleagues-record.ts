/** What stands between a person and their colleagues around evidence: what each was asked, answered and offered. */
import type { Executor } from '../../../db/schema.ts';
import { outcomeForGiver } from '../../../domain/offer.ts';
import { dayInWords } from '../../../web/date.tsx';
import type { Asking, ErasurePreview, PersonalPart, PersonalRecord } from '../../people/index.ts';
import { asksReceived } from '../confirm/queries.ts';
import { listOffers } from '../offers/queries.ts';

export function colleaguesRecord(): PersonalRecord {
  return { name: 'colleagues', title: 'Between you and colleagues', gather, erasure };
}

/** Others stand in it by name, never by address. Instants are ISO 8601. */
interface Data {
  askedOfYou: {
    by: string;
    text: string;
    happenedOn: string;
    askedAt: string;
    answer: string | null;
    sentence: string | null;
    answeredAt: string | null;
  }[];
  offeredToYou: (Offered & { by: string | null; answer: string | null })[];
  offeredByYou: (Offered & { to: string; outcome: string })[];
}

interface Offered {
  text: string;
  happenedOn: string;
  offeredAt: string;
}

async function gather({ viewer, asThem }: Asking): Promise<PersonalPart> {
  const data = await asThem((db) => dataOf(db, viewer.person));
  return { data, markdown: asMarkdown(data) };
}

async function dataOf(db: Executor, person: string): Promise<Data> {
  const offers = (await listOffers(db)).map(({ offeredAt, ...offer }) => ({
    ...offer,
    offeredAt: offeredAt.toISOString(),
    outcome: outcomeForGiver({ ...offer, offeredAt }),
  }));
  return {
    askedOfYou: (await asksReceived(db)).map(({ owner, text, happenedOn, askedAt, answered }) => ({
      by: owner.name,
      text,
      happenedOn,
      askedAt: askedAt.toISOString(),
      answer: answered?.answer ?? null,
      sentence: answered?.sentence ?? null,
      answeredAt: answered?.at.toISOString() ?? null,
    })),
    offeredToYou: offers
      .filter(({ to }) => to.id === person)
      .map(({ from, text, happenedOn, offeredAt, answered }) => ({
        by: from?.name ?? null,
        text,
        happenedOn,
        offeredAt,
        answer: answered?.answer ?? null,
      })),
    offeredByYou: offers
      .filter(({ from }) => from?.id === person)
      .map(({ to, text, happenedOn, offeredAt, outcome }) => ({
        to: to.name,
        text,
        happenedOn,
        offeredAt,
        outcome,
      })),
  };
}

function asMarkdown({ askedOfYou, offeredToYou, offeredByYou }: Data): string {
  const asked = askedOfYou.map(
    ({ by, askedAt, answer, sentence }) =>
      `${by} asked you on ${day(askedAt)} to confirm something. ${answer === null ? 'You have not answered.' : `You answered: ${answer}${sentence === null ? '' : `, “${sentence}”`}.`}`,
  );
  const toYou = offeredToYou.map(
    ({ by, offeredAt, answer, text }) =>
      `${by ?? 'Somebody who has been erased'} on ${day(offeredAt)}, ${answer ?? 'not answered'}:\n\n${quoted(text)}`,
  );
  const byYou = offeredByYou.map(
    ({ to, offeredAt, outcome, text }) => `To ${to} on ${day(offeredAt)}, ${outcome}:\n\n${quoted(text)}`,
  );
  return [
    section('Asked of you', asked),
    section('Notes offered to you', toYou),
    section('Notes offered by you', byYou),
  ].join('\n');
}

function section(title: string, entries: readonly string[]): string {
  const body = entries.length === 0 ? 'Nothing.' : entries.map((entry) => `- ${entry}`).join('\n');
  return `## ${title}\n\n${body}\n`;
}

function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => `  > ${line}`)
    .join('\n');
}

function day(instant: string): string {
  return dayInWords(instant) ?? instant;
}

async function erasure({ asThem, viewer }: Asking): Promise<ErasurePreview> {
  const { askedOfYou, offeredByYou } = await asThem((db) => dataOf(db, viewer.person));
  const confirmed = askedOfYou.filter(({ answer }) => answer === 'confirmed').length;
  return {
    goes: ['Notes that others offered to you.'],
    stays: [
      ...(confirmed > 0
        ? [
            'Sentences with which you confirmed what others wrote: they read “somebody who is no longer here”.',
          ]
        : []),
      ...(offeredByYou.length > 0 ? ['Notes that you offered to others, without your name.'] : []),
    ],
  };
}
