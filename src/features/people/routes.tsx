/** The pages of the directory. Everybody who is signed in may read names, teams and the reporting line. */
import type { Schema } from '../../db/schema.ts';
import { Doors } from '../../web/doors.ts';
import type { Room } from '../../web/room.ts';

export function peopleDoors(room: Room<Schema>): Doors<Schema> {
  const doors = new Doors<Schema>(room);
  return doors;
}
