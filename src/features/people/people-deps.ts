import type { Schema } from '../../db/schema.ts';
import type { Doors } from '../../web/doors.ts';
import type { Room } from '../../web/room.ts';
import type { PersonalRecord } from './privacy/personal-record.ts';
import type { SettingsKeeper } from './settings/keeper.ts';

/** What the pages about people need besides what every feature is given. */
export interface PeopleDependencies {
  /** What the installation is set to. */
  settings: SettingsKeeper;
  /** What later features hold of a person, in the order in which it is shown and written. */
  records: readonly PersonalRecord[];
  /** Called once somebody has been erased, so that a restore can erase them again. */
  erased(): Promise<void>;
}

/** What each part of this room mounts its doors with. */
export interface PeopleRoom extends PeopleDependencies {
  room: Room<Schema>;
  doors: Doors<Schema>;
}
