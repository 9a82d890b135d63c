/** The pages about people, part by part. */
import type { Schema } from '../../db/schema.ts';
import { Doors } from '../../web/doors.ts';
import type { Room } from '../../web/room.ts';
import { addAdministration } from './administration/routes.tsx';
import { addDirectory } from './directory/routes.tsx';
import { addImport } from './import/routes.tsx';
import { addLevel } from './level/routes.tsx';
import type { PeopleDependencies, PeopleRoom } from './people-deps.ts';

import { addDeputies } from './you/deputy-routes.tsx';
import { addYou } from './you/routes.tsx';

export function peopleDoors(room: Room<Schema>, deps: PeopleDependencies): Doors<Schema> {
  const doors = new Doors<Schema>(room);
  const parts: PeopleRoom = { ...deps, room, doors };
  addDirectory(parts);
  addLevel(parts);
  addYou(parts);
  addDeputies(parts);
  addAdministration(parts);
  addImport(parts);
  return doors;
}
