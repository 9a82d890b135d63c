/** What is held of a person's evidence: for taking along, for being erased, and as their manager sees it. */
import type { Executor, Schema } from '../../../db/schema.ts';
import { dayIn } from '../../../domain/days.ts';
import { DateInWords } from '../../../web/date.tsx';
import type { Room } from '../../../web/room.ts';
import type {
  Asking,
  ErasurePreview,
  PersonalFile,
  PersonalPart,
  PersonalRecord,
} from '../../people/index.ts';
import { asksAboutAll } from '../confirm/queries.ts';
import { evidenceOf, type WholeEvidence } from '../evidence-of.ts';
import { fileBytes } from '../queries/find-file.ts';
import { findStanding } from '../queries/standing.ts';
import { AS_MANAGER_EVIDENCE } from '../shared/addresses.ts';
import { sharedAsManager } from '../shared/as-manager.ts';
import { SharedList } from '../shared/views/shared-list.tsx';
import { type AskTaken, evidenceAsMarkdown, type TakenPiece } from './evidence-markdown.ts';

export function evidenceRecord(room: Pick<Room<Schema>, 'db' | 'published'>): PersonalRecord {
  return {
    name: 'evidence',
    title: 'Your evidence',
    gather: (asking) => gather(asking, room),
    erasure,
    asManager: (asking) => asManager(asking, room),
  };
}

async function gather(
  { viewer, asThem }: Asking,
  { published }: Pick<Room<Schema>, 'published'>,
): Promise<PersonalPart> {
  const pieces = await asThem((db) => wholePieces(db, viewer.person));
  const files = pieces.flatMap((piece) =>
    piece.files.map(
      ({ id, name, size }, index): PersonalFile => ({
        path: `${piece.id}/${index + 1}-${name}`,
        size,
        read: async () => (await asThem((db) => fileBytes(db, piece.id, id))) ?? new Uint8Array(),
      }),
    ),
  );
  return { data: { pieces }, markdown: evidenceAsMarkdown(pieces, await published()), files };
}

async function wholePieces(db: Executor, person: string): Promise<TakenPiece[]> {
  const pieces: WholeEvidence[] = await evidenceOf(db, person);
  const asks = await asksAboutAll(
    db,
    pieces.map(({ id }) => id),
  );
  return pieces.map((piece) => ({
    ...piece,
    asked: (asks.get(piece.id) ?? []).map(
      ({ colleague, askedAt, answered, version }): AskTaken => ({
        colleague: colleague?.name ?? null,
        version,
        askedAt: askedAt.toISOString(),
        answer: answered?.answer ?? null,
        sentence: answered?.sentence ?? null,
        answeredAt: answered?.at.toISOString() ?? null,
      }),
    ),
  }));
}

async function erasure({ viewer, asThem }: Asking): Promise<ErasurePreview> {
  const pieces = await asThem((db) => evidenceOf(db, viewer.person));
  const files = pieces.flatMap((piece) => piece.files).length;
  return {
    goes: [
      pieces.length === 0
        ? 'Your evidence: there is none.'
        : `Your evidence: ${counted(pieces.length, 'piece', 'pieces')} with everything that they said before, ${counted(files, 'file', 'files')}, and what colleagues confirmed.`,
    ],
    stays: [],
  };
}

/** The list itself, asked for as the manager would; none where nobody reads it. */
async function asManager(
  { viewer, now, asThem }: Asking,
  { db, published }: Pick<Room<Schema>, 'db' | 'published'>,
) {
  const { readers, timeZone } = await asThem((own) => findStanding(own, viewer.person));
  const shared = await sharedAsManager(db, viewer.person, readers, 0);
  const today = dayIn(timeZone, now);
  if (shared.pieces.length === 0) return <p>Nothing yet: you have shared no piece, or nobody reads it.</p>;
  return (
    <>
      <p class="quiet">
        As it is on <DateInWords date={today} />. <a href={AS_MANAGER_EVIDENCE}>On a page of its own</a>
      </p>
      <SharedList
        shared={shared}
        published={await published()}
        today={today}
        address={AS_MANAGER_EVIDENCE}
        heading={3}
      />
    </>
  );
}

function counted(count: number, one: string, many: string): string {
  return count === 1 ? `1 ${one}` : `${count.toLocaleString('en-GB')} ${many}`;
}
