/** The door to people: the directory, the reporting line, and who is what to the installation. */
export { changeManager, enterPerson, moveTeam } from './administration/actions.ts';
export { leave } from './administration/leave.ts';
export { giveRole } from './administration/role-actions.ts';
export { AdministrationSide } from './administration/views/administration-side.tsx';
export { exportPeople, type PeopleFormat } from './import/export.ts';
export { importPeople, type PeopleImport, type Planned, planPeople } from './import/import.ts';
export { planInWords } from './import/plan-words.ts';
export { setLevel } from './level/actions.ts';
export type { PeopleDependencies } from './people-deps.ts';
export { asTyped, type Meant, type NamedPerson, personMeant } from './person-meant.ts';
export type {
  Asking,
  ErasurePreview,
  PersonalFile,
  PersonalPart,
  PersonalRecord,
} from './privacy/personal-record.ts';
export { peopleDoors } from './routes.tsx';
export { SettingsKeeper } from './settings/keeper.ts';
export { visitorGate } from './settings/visitor-gate.ts';
export { findViewer } from './viewer.ts';
export { PERSON_FIELD_SCRIPT, PersonField } from './views/person-field.tsx';
export { nameDeputy } from './you/actions.ts';
export { YouSide } from './you/views/you-side.tsx';
