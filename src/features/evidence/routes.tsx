/** The pages on which people note what happened, and find it again. */
import type { Schema } from '../../db/schema.ts';
import { Doors } from '../../web/doors.ts';
import type { Room } from '../../web/room.ts';
import { mountApi } from './api/routes.ts';
import { mountAnswering } from './confirm/answer-routes.tsx';
import { mountAsking } from './confirm/own-routes.tsx';
import { mountList } from './list-routes.tsx';
import { mountNoting } from './note-routes.tsx';
import { mountOffers } from './offers/routes.tsx';
import { mountParts } from './part-routes.tsx';
import { mountPath } from './path-routes.tsx';
import { mountPiece } from './piece-routes.tsx';
import { mountShared } from './shared/routes.tsx';
import { mountTies } from './tie-routes.tsx';
import { mountTracker } from './tracker/routes.tsx';

export function evidenceDoors(room: Room<Schema>): Doors<Schema> {
  const doors = new Doors<Schema>(room);
  // Before the pages of single pieces, whose ids their addresses would otherwise be taken for.
  mountNoting(doors, room);
  mountTracker(doors, room);
  mountPath(doors, room);
  mountList(doors, room);
  mountPiece(doors, room);
  mountParts(doors, room);
  mountTies(doors, room);
  mountAsking(doors, room);
  mountAnswering(doors, room);
  mountOffers(doors, room);
  mountShared(doors, room);
  mountApi(doors, room);
  return doors;
}
