/** The pages about people, part by part. */
import type { Schema } from '../../db/schema.ts';
import { Doors } from '../../web/doors.ts';
import type { Room } from '../../web/room.ts';
import { addAdministration } from './administration/routes.tsx';
import { addDirectory } from './directory/routes.tsx';
import { addImport } from './import/routes.tsx';
import { addLevel } from './level/routes.tsx';
import type { PeopleDependencies, PeopleRoom } from './people-deps.ts';

import { addBreakGlass } from './privacy/break-glass-routes.tsx';
import { addErasure } from './privacy/erasure-routes.tsx';
import { addEverything } from './privacy/everything-routes.tsx';
import { peopleRecord } from './privacy/people-record.ts';
import { addWhoLooked } from './privacy/who-looked-routes.tsx';
import { addDeputies } from './you/deputy-routes.tsx';
import { addYou } from './you/routes.tsx';

export function peopleDoors(room: Room<Schema>, deps: PeopleDependencies): Doors<Schema> {
  const doors = new Doors<Schema>(room);
  const records = [peopleRecord(room.published), ...deps.records];
  const parts: PeopleRoom = { ...deps, records, room, doors };
  addDirectory(parts);
  addLevel(parts);
  addYou(parts);
  addDeputies(parts);
  addAdministration(parts);
  addImport(parts);
  addWhoLooked(parts);
  addBreakGlass(parts);
  addErasure(parts);
  addEverything(parts);
  return doors;
}
