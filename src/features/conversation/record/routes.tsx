/** What was agreed: to be read, printed, taken along, and opened again where both want it. */
import type { Schema } from '../../../db/schema.ts';
import { phaseOf } from '../../../domain/conversation.ts';
import { CairnError } from '../../../domain/errors.ts';
import type { Answer } from '../../../web/answer-with.ts';
import type { Doors } from '../../../web/doors.ts';
import type { Room } from '../../../web/room.ts';
import { afterwards, CONVERSATIONS, talkAddress } from '../addresses.ts';
import { findEditions } from '../queries/find-records.ts';
import { findTalksOf } from '../queries/find-talk.ts';
import type { Talk } from '../talk.ts';
import {
  byViewer,
  LOGGED,
  OWN,
  recordOpened,
  revealed,
  type TalkVisit,
  talkingSide,
  talkOf,
  talkToChange,
  there,
} from '../visits.ts';
import { cleaned } from '../written.ts';
import { loadPack } from './load-pack.ts';
import { packPage } from './pack-page.tsx';
import { recordMarkdown } from './record-markdown.ts';
import { type RecordProps, recordPage } from './record-page.tsx';
import { answerReopening, askReopening } from './reopen.ts';
import { LONGEST_REASON } from './reopening-forms.tsx';
import { type WholeRecord, wholeRecord } from './whole-record.ts';

export function mountRecord(doors: Doors<Schema>, room: Room<Schema>): void {
  doors.get(`${CONVERSATIONS}/:id/record`, LOGGED, async (visit) => {
    const talk = await talkOf(visit);
    const props = await recordProps(visit, talk);
    await recordOpened(visit, talk);
    return { page: recordPage({ ...props, done: visit.c.req.query('done') }) };
  });
  doors.get(`${CONVERSATIONS}/:id/record.md`, LOGGED, (visit) =>
    asFile(visit, 'md', 'text/markdown; charset=utf-8', recordMarkdown),
  );
  doors.get(`${CONVERSATIONS}/:id/record.json`, LOGGED, (visit) =>
    asFile(visit, 'json', 'application/json', recordJson),
  );
  doors.get(`${CONVERSATIONS}/:id/pack`, LOGGED, async (visit) => {
    const talk = await talkOf(visit);
    const pack = await loadPack(visit, await room.published(), talk);
    await recordOpened(visit, talk);
    return { page: packPage(pack) };
  });
  mountReopening(doors, room);
}

function mountReopening(doors: Doors<Schema>, room: Room<Schema>): void {
  doors.post(`${CONVERSATIONS}/:id/reopenings`, OWN, async (sent) => {
    const talk = revealed(await talkToChange(sent));
    const side = talkingSide(talk);
    const reason = cleaned(sent.form.text('reason')).trim();
    const problem = reasonProblem(reason);
    if (problem !== undefined) {
      const errors = [{ field: 'reason', message: problem }];
      return { page: recordPage({ ...(await recordProps(sent, talk)), errors, reason }), status: 422 };
    }
    await refuseBesideAnother(sent, talk);
    await askReopening(sent.db, byViewer(sent, room), talk, side, reason);
    return { redirect: afterwards(talkAddress(talk.id, 'record'), 'asked') };
  });
  doors.post(`${CONVERSATIONS}/:id/reopenings/answers`, OWN, async (sent) => {
    const talk = revealed(await talkToChange(sent));
    const yes = sent.form.text('answer') === 'yes';
    if (yes) await refuseBesideAnother(sent, talk);
    await answerReopening(sent.db, byViewer(sent, room), talk, talkingSide(talk), yes);
    const next = yes ? 'talk' : 'record';
    return { redirect: afterwards(talkAddress(talk.id, next), yes ? 'reopened' : 'declined') };
  });
}

/** The newest edition, or the one that the address names. @throws CairnError `not found` */
async function recordProps(visit: TalkVisit, talk: Talk): Promise<RecordProps> {
  const editions = await findEditions(visit.db, talk.id);
  const asked = visit.c.req.query('edition');
  const kept = there(editions.find(({ record }) => asked === undefined || String(record.edition) === asked));
  return {
    talk,
    whole: await wholeRecord(visit.db, kept),
    editions: editions.map(({ record }) => record.edition),
    token: visit.token,
  };
}

async function asFile(
  visit: TalkVisit,
  ending: string,
  type: string,
  write: (whole: WholeRecord) => string,
): Promise<Answer> {
  const talk = await talkOf(visit);
  const { whole } = await recordProps(visit, talk);
  await recordOpened(visit, talk);
  const bytes = new TextEncoder().encode(write(whole));
  return { file: { bytes, type, name: `agreed-${whole.record.agreedAt.slice(0, 10)}.${ending}` } };
}

/** The record to the letter, so that its digest can be checked, and what the people in it are called. */
function recordJson({ record, document, digest, name }: WholeRecord): string {
  const ids = [record.person, record.manager, ...record.signatures.map(({ person }) => person)];
  const names = Object.fromEntries(ids.flatMap((id) => (id === null ? [] : [[id, name(id)]])));
  return `{"digest":${JSON.stringify(digest)},"names":${JSON.stringify(names)},"record":${document}}\n`;
}

/** While another conversation of the two is under way, what is to be changed belongs into that one. */
async function refuseBesideAnother({ db }: TalkVisit, { id, person }: Talk): Promise<void> {
  const talks = person.id === undefined ? [] : await findTalksOf(db, person.id);
  const other = talks.some(
    (talk) => talk.id !== id && ['preparing', 'revealed'].includes(phaseOf(talk.state)),
  );
  if (!other) return;
  throw new CairnError(
    'refused',
    'Another conversation is under way, so this record stays as it is.',
    'Talk about it there, or end that one first.',
  );
}

function reasonProblem(reason: string): string | undefined {
  if (reason === '') return 'Say why you want to reopen it';
  return reason.length > LONGEST_REASON ? `Shorten it to ${LONGEST_REASON} characters` : undefined;
}
