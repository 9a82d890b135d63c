/** What conversations hold of a person: for taking along, for being erased, and as their manager sees it. */
import type { ComponentChildren } from 'preact';
import type { Executor } from '../../../db/schema.ts';
import type { PublishedFrameworks } from '../../../domain/published.ts';
import { Phrase } from '../../../web/text.tsx';
import type { Asking, ErasurePreview, PersonalPart, PersonalRecord } from '../../people/index.ts';
import { talkAddress } from '../addresses.ts';
import { feedbackReceived } from '../feedback/received.ts';
import { findTalksOf } from '../queries/find-talk.ts';
import type { Talk } from '../talk.ts';
import { talkTitle } from '../views/talk-head.tsx';
import { conversationsOf } from './held.ts';
import { heldAsManager } from './held-as-manager.ts';
import { conversationsAsMarkdown, type Held } from './markdown.ts';

export function conversationsRecord(published: () => Promise<PublishedFrameworks>): PersonalRecord {
  return {
    name: 'conversations',
    title: 'Your conversations, and feedback on you and by you',
    gather: (asking) => gather(asking, published),
    erasure,
    asManager,
  };
}

async function gather(
  { viewer, asThem }: Asking,
  published: () => Promise<PublishedFrameworks>,
): Promise<PersonalPart> {
  const editions = await published();
  const held = await asThem((db) => heldOf(db, viewer.person));
  const askedOfYou = held.askedOfYou.map(({ said, over: _, talk: __, ...ask }) => ({
    ...ask,
    about: ask.about.name,
    asker: ask.asker?.name ?? null,
    said: [...said].map(([expectation, text]) => ({ expectation, text })),
  }));
  return { data: { ...held, askedOfYou }, markdown: conversationsAsMarkdown(held, editions) };
}

async function heldOf(db: Executor, person: string): Promise<Held> {
  return {
    conversations: await conversationsOf(db, person),
    asManager: await heldAsManager(db, person),
    askedOfYou: await feedbackReceived(db),
  };
}

async function erasure({ viewer, asThem }: Asking): Promise<ErasurePreview> {
  const { conversations, asManager: managed, askedOfYou } = await asThem((db) => heldOf(db, viewer.person));
  const records = conversations.reduce((sum, { records: kept }) => sum + kept.length, 0);
  const signed = managed.reduce((sum, { signed: kept }) => sum + kept.length, 0);
  const given = askedOfYou.filter(({ answeredAt }) => answeredAt !== undefined).length;
  return {
    goes: [
      `Your conversations: ${counted(conversations.length, 'conversation', 'conversations')} with both views, ${counted(records, 'agreed record', 'agreed records')}, and the feedback on you.`,
    ],
    stays: [
      ...(signed > 0
        ? [
            `${counted(signed, 'record', 'records')} of others that you signed: it reads “somebody who was erased”.`,
          ]
        : []),
      ...(given > 0
        ? [
            `What you said of others when you were asked, ${counted(given, 'time', 'times')}: it reads “somebody who was erased”.`,
          ]
        : []),
    ],
  };
}

function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}

async function asManager({ viewer, asThem }: Asking): Promise<ComponentChildren> {
  const talks = await asThem((db) => findTalksOf(db, viewer.person));
  return (
    <>
      <p>
        That there is a conversation, when it is, and who was asked for feedback. What you write is yours
        until both views are revealed; then you both read both, and what colleagues said. Of records from
        before your manager became yours, they read those of your current role.
      </p>
      {talks.length === 0 && <p class="quiet">There is none yet.</p>}
      <ul class="documents">
        {talks.map((talk) => (
          <li key={talk.id}>
            <a href={talkAddress(talk.id)}>
              <Phrase text={talkTitle(talk)} />
            </a>{' '}
            <span class="quiet">{readInWords(talk)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function readInWords({ state }: Talk): string {
  if (state.agreedAt !== undefined) return 'Both views, and what you agreed.';
  if (state.revealedAt !== undefined) return 'Both views.';
  return state.submitted.person === undefined ? 'Nothing that you wrote.' : 'That you have submitted.';
}
