/** The pages on which people note what happened, and find it again. */
import type { Schema } from '../../db/schema.ts';
import { Doors } from '../../web/doors.ts';
import type { Room } from '../../web/room.ts';

export function evidenceDoors(room: Room<Schema>): Doors<Schema> {
  const doors = new Doors<Schema>(room);
  return doors;
}
