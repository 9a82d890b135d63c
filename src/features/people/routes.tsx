/** The pages about people, part by part. */
import type { Schema } from '../../db/schema.ts';
import { Doors } from '../../web/doors.ts';
import type { Room } from '../../web/room.ts';
import { addDirectory } from './directory/routes.tsx';
import type { PeopleDependencies, PeopleRoom } from './people-deps.ts';

export function peopleDoors(room: Room<Schema>, deps: PeopleDependencies): Doors<Schema> {
  const doors = new Doors<Schema>(room);
  const parts: PeopleRoom = { ...deps, room, doors };
  addDirectory(parts);
  return doors;
}
