/** The same actions for programs: with a personal token, or from a script of our own pages. */
import type { Schema } from '../../../db/schema.ts';
import type { PublishedFrameworks } from '../../../domain/published.ts';
import type { Answer } from '../../../web/answer-with.ts';
import { type Asked, type Doors, nothingHere } from '../../../web/doors.ts';
import { readBody } from '../../../web/read-body.ts';
import type { Room } from '../../../web/room.ts';
import { deleteEvidence } from '../actions/delete-evidence.ts';
import { shareEvidence, takeBackEvidence } from '../actions/share-evidence.ts';
import { tieEvidence } from '../actions/tie-evidence.ts';
import { askedIn, filterOf, placeIn } from '../filter.ts';
import { findEvidence } from '../queries/find-evidence.ts';
import { listWhole } from '../queries/list-evidence.ts';
import { findStanding } from '../queries/standing.ts';
import { tieValue } from '../tie-value.ts';
import { byViewer, ownEvidenceToChange, recordOpened } from '../visits.ts';
import { editByApi } from './edit.ts';
import { noteByApi } from './note.ts';
import { evidenceAsData } from './represent.ts';
import * as schemas from './schemas.ts';
import { tiesOf } from './ties-of.ts';

const OWN = { may: 'signed in', audit: 'own' } as const;

/** How many pieces an answer holds. */
const PIECES = 50;

export function mountApi(doors: Doors<Schema>, room: Room<Schema>): void {
  const { baseUrl } = room.site;
  doors.api('GET', '/api/session', OWN, async ({ viewer, token }) => ({
    data: { person: viewer.person, name: viewer.name, token },
  }));
  doors.api('GET', '/api/evidence', OWN, async (asked) => list(asked, await room.published(), baseUrl));
  doors.api('POST', '/api/evidence', OWN, async (asked) => {
    const { id, again } = await noteByApi(asked, await room.published());
    return { data: await asData(asked, room, id), status: again ? 200 : 201 };
  });
  doors.api('GET', '/api/evidence/:id', { may: 'signed in', audit: 'logged' }, async (asked) => {
    const found = await findEvidence(asked.db, asked.c.req.param('id') ?? '');
    if (found === undefined) throw nothingHere();
    await recordOpened(asked, found.owner, `evidence:${found.id}`);
    return { data: evidenceAsData(found, await room.published(), baseUrl) };
  });
  doors.api('PATCH', '/api/evidence/:id', OWN, async (asked) => {
    const evidence = await ownEvidenceToChange(asked);
    if (!(await editByApi(asked, evidence))) {
      const detail = `It was changed since: version ${evidence.version} is in force. Read it again, and edit that.`;
      return { problem: { status: 409, detail } };
    }
    return { data: await asData(asked, room, evidence.id) };
  });
  doors.api('DELETE', '/api/evidence/:id', OWN, async (asked) => {
    const { id } = await ownEvidenceToChange(asked);
    await deleteEvidence(asked.db, byViewer(asked), id);
    return { data: { id } };
  });
  mountSharing(doors, room);
}

function mountSharing(doors: Doors<Schema>, room: Room<Schema>): void {
  doors.api('PUT', '/api/evidence/:id/ties', OWN, async (asked) => {
    const evidence = await ownEvidenceToChange(asked);
    const { speaksTo } = readBody(schemas.ties, asked.body);
    const { level } = await findStanding(asked.db, asked.viewer.person);
    const add = tiesOf(speaksTo, await room.published(), level, evidence.ties);
    const kept = new Set(add.map(tieValue));
    const remove = evidence.ties.filter((tie) => !kept.has(tieValue(tie)));
    await tieEvidence(asked.db, byViewer(asked), evidence, { add, remove });
    return { data: await asData(asked, room, evidence.id) };
  });
  doors.api('POST', '/api/evidence/:id/shares', OWN, async (asked) => {
    const evidence = await ownEvidenceToChange(asked);
    await shareEvidence(asked.db, byViewer(asked), evidence);
    return { data: await asData(asked, room, evidence.id), status: 201 };
  });
  doors.api('DELETE', '/api/evidence/:id/shares', OWN, async (asked) => {
    const evidence = await ownEvidenceToChange(asked);
    await takeBackEvidence(asked.db, byViewer(asked), evidence);
    return { data: await asData(asked, room, evidence.id) };
  });
}

async function list(
  { c, db, viewer }: Asked<Schema>,
  published: PublishedFrameworks,
  baseUrl: string,
): Promise<Answer> {
  const query = c.req.query();
  const filter = filterOf(askedIn(query), published);
  const found = await listWhole(db, viewer.person, filter, { after: placeIn(query), most: PIECES + 1 });
  const pieces = found.slice(0, PIECES);
  const last = found.length > PIECES ? pieces.at(-1) : undefined;
  return {
    data: {
      evidence: pieces.map((evidence) => evidenceAsData(evidence, published, baseUrl)),
      ...(last === undefined ? {} : { after: `${last.happenedOn}_${last.id}` }),
    },
  };
}

/** What it is now. */
async function asData({ db }: Asked<Schema>, room: Room<Schema>, id: string) {
  const found = await findEvidence(db, id);
  if (found === undefined) throw nothingHere();
  return evidenceAsData(found, await room.published(), room.site.baseUrl);
}
