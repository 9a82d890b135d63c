import { recordEvent } from '../../../../db/events.ts';
import { newId } from '../../../../db/ids.ts';
import type { Executor } from '../../../../db/schema.ts';
import type { Kind, Tie } from '../../../../domain/evidence.ts';
import type { CellLink } from '../../../../formats/index.ts';
import { noteEvidence } from '../../actions/note-evidence.ts';
import type { By } from '../../actions/record.ts';
import { findNamed } from '../../queries/directory.ts';
import type { Candidate } from '../match.ts';
import { candidateFor, type PlannedPiece } from '../plan.ts';

/** A piece as it is noted. */
interface NewPiece {
  text: string;
  happenedOn: string;
  kind?: Kind | undefined;
  ties: Tie[];
  links: CellLink[];
  helped: string[];
}

/**
 * Notes every piece of a plan that is to be brought, all or none. Rows with one text on one day become one piece that
 * speaks to each of them. Everything is private.
 *
 * @param request.day of pieces that have none of their own
 * @returns how many pieces were noted
 */
export async function importTracker(
  db: Executor,
  by: By,
  request: {
    pieces: readonly PlannedPiece[];
    candidates: readonly Candidate[];
    day: string;
    release: { framework: string; version: string } | undefined;
  },
): Promise<number> {
  const pieces = joined(request);
  for (const { helped, ...note } of pieces) {
    const { id } = await noteEvidence(db, by, { ...note, cameBy: 'import', release: request.release });
    await insertHelped(db, id, helped);
  }
  await recordEvent(db, {
    at: by.now,
    actor: by.person,
    verb: 'tracker.imported',
    subject: `tracker:${newId()}`,
    kind: 'record',
    about: by.person,
  });
  return pieces.length;
}

function joined({
  pieces,
  candidates,
  day,
}: {
  pieces: readonly PlannedPiece[];
  candidates: readonly Candidate[];
  day: string;
}): NewPiece[] {
  const groups = Map.groupBy(
    pieces.filter(({ take }) => take),
    (piece) => JSON.stringify([piece.written, piece.day || day]),
  );
  return [...groups.values()].map((group): NewPiece => {
    const [first] = group;
    const chosen = group.flatMap((piece) => candidateFor(piece, candidates) ?? []);
    return {
      text: joinedText(group),
      happenedOn: first?.day || day,
      kind: group.find(({ kind }) => kind !== undefined)?.kind,
      ties: chosen.map(({ target, release }) => ({ ...target, release })),
      links: unique(group.flatMap(({ links }) => links)),
      helped: [...new Set(group.flatMap(({ helped }) => helped))],
    };
  });
}

/** What was written once, then what each row has besides. */
function joinedText(group: readonly PlannedPiece[]): string {
  const written = group[0]?.written ?? '';
  const besides = group.map(({ text }) => text.slice(written.length));
  return written + [...new Set(besides)].join('');
}

function unique(links: readonly CellLink[]): CellLink[] {
  return [...new Map(links.map((link) => [JSON.stringify(link), link])).values()];
}

/** Words that are the name of one person or team of the directory mean them. */
async function insertHelped(db: Executor, evidence: string, helped: readonly string[]): Promise<void> {
  for (const [index, words] of helped.entries()) {
    const [only, another] = await findNamed(db, words);
    const meant = another === undefined ? only : undefined;
    await db
      .insertInto('evidence_helped')
      .values({
        evidence_id: evidence,
        place: index + 1,
        helped_person_id: meant?.is === 'person' ? meant.id : null,
        helped_team_id: meant?.is === 'team' ? meant.id : null,
        words: meant === undefined ? words : null,
      })
      .execute();
  }
}
