/** People, the reporting line, and what people are to the installation. */
import type { Generated } from 'kysely';

export interface PeopleTables {
  person: PersonTable;
  staff_number: StaffNumberTable;
  team: TeamTable;
  team_member: TeamMemberTable;
  reporting_line: ReportingLineTable;
  level_held: LevelHeldTable;
  deputy: DeputyTable;
  headship: HeadshipTable;
  stewardship: StewardshipTable;
  administrator: AdministratorTable;
  framework_reach: FrameworkReachTable;
  framework_chosen: FrameworkChosenTable;
  setting: SettingTable;
  people_import: PeopleImportTable;
  break_glass: BreakGlassTable;
  erasure_wish: ErasureWishTable;
  erasure: ErasureTable;
}

interface PersonTable {
  id: string;
  name: string;
  pronouns: string | null;
  email: string | null;
  site: string | null;
  time_zone: string | null;
  joined_on: string | null;
  left_on: string | null;
  /** Made by the database of name and e-mail. */
  folded: Generated<string>;
  created_at: Date;
}

interface StaffNumberTable {
  person_id: string;
  number: string;
}

interface TeamTable {
  id: string;
  name: string;
  created_at: Date;
}

interface TeamMemberTable {
  person_id: string;
  team_id: string;
  since: Date;
  until: Date | null;
}

interface ReportingLineTable {
  person_id: string;
  manager_id: string | null;
  since: Date;
  until: Date | null;
}

interface LevelHeldTable {
  id: string;
  person_id: string;
  framework_id: string;
  level_id: string;
  release_version: string | null;
  since: string;
  until: string | null;
  set_by: string | null;
  set_at: Date;
}

interface DeputyTable {
  id: string;
  manager_id: string;
  deputy_id: string;
  first_day: string;
  last_day: string;
  named_at: Date;
  ended_at: Date | null;
}

interface HeadshipTable {
  id: string;
  person_id: string;
  root_id: string;
  since: Date;
  until: Date | null;
}

interface StewardshipTable {
  id: string;
  person_id: string;
  framework_id: string;
  since: Date;
  until: Date | null;
}

interface AdministratorTable {
  id: string;
  person_id: string;
  since: Date;
  until: Date | null;
}

interface FrameworkReachTable {
  framework_id: string;
  root_id: string;
  set_at: Date;
}

interface FrameworkChosenTable {
  person_id: string;
  framework_id: string;
  chosen_at: Date;
}

interface SettingTable {
  key: string;
  value: string;
  changed_at: Date;
}

interface PeopleImportTable {
  id: string;
  administrator_id: string;
  name: string;
  bytes: Uint8Array;
  ignores_unknown: boolean;
  read_at: Date;
}

interface BreakGlassTable {
  id: string;
  administrator_id: string;
  owner_id: string;
  record_kind: string;
  record_id: string;
  reason: string;
  opened_at: Date;
  until: Date;
}

interface ErasureWishTable {
  person_id: string;
  wished_at: Date;
}

interface ErasureTable {
  person_id: string;
  erased_at: Date;
}
