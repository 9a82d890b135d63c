import type { Schema } from '../../db/schema.ts';
import { asViewer } from '../../db/viewer.ts';
import type { Room } from '../../web/room.ts';
import type { Viewer } from '../../web/session.ts';
import type { Asking } from './privacy/personal-record.ts';

/** Somebody who asks for what is held about them. Never inside the transaction of a visit. */
export function askingOf(room: Room<Schema>, viewer: Viewer): Asking {
  return {
    viewer,
    now: room.now(),
    asThem: (work) => asViewer(room.db, viewer.person, work),
  };
}
