/** The files in which people take their evidence along. */
import type { Schema } from '../../../db/schema.ts';
import { writeFilledTracker, writeFilledTrackerCsv } from '../../../formats/index.ts';
import type { Doors } from '../../../web/doors.ts';
import type { Room } from '../../../web/room.ts';
import { findStanding } from '../queries/standing.ts';
import type { EvidenceVisit } from '../visits.ts';
import { TRACKER_CSV, TRACKER_XLSX } from './addresses.ts';
import { trackerRows } from './export.ts';
import { allEvidence } from './queries.ts';

const OWN = { may: 'signed in', audit: 'own' } as const;

export function mountExport(doors: Doors<Schema>, room: Room<Schema>): void {
  const rowsOf = async ({ db, viewer }: EvidenceVisit) => {
    const { level } = await findStanding(db, viewer.person);
    return trackerRows(await allEvidence(db, viewer.person), await room.published(), level);
  };
  const note =
    'Yours to keep. It can be brought in again as it is; files that you attached are named and not contained.';
  doors.get(TRACKER_XLSX, OWN, async (visit) => {
    const { viewer, now } = visit;
    const head = {
      title: `Evidence of ${viewer.name}`,
      note,
      name: `evidence-${now.toISOString().slice(0, 10)}`,
    };
    const { name, bytes } = writeFilledTracker(await rowsOf(visit), head);
    return { file: { name, bytes: new Uint8Array(bytes), type: XLSX } };
  });
  doors.get(TRACKER_CSV, OWN, async (visit) => {
    const name = `evidence-${visit.now.toISOString().slice(0, 10)}`;
    const written = writeFilledTrackerCsv(await rowsOf(visit), { name });
    return {
      file: { name: written.name, bytes: new Uint8Array(written.bytes), type: 'text/csv; charset=utf-8' },
    };
  });
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
