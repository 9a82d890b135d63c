/** The pages on which people note what happened, and find it again. */
import type { Schema } from '../../db/schema.ts';
import { Doors } from '../../web/doors.ts';
import type { Room } from '../../web/room.ts';
import { mountAnswering } from './confirm/answer-routes.tsx';
import { mountAsking } from './confirm/own-routes.tsx';

export function evidenceDoors(room: Room<Schema>): Doors<Schema> {
  const doors = new Doors<Schema>(room);
  mountAsking(doors, room);
  mountAnswering(doors, room);
  return doors;
}
