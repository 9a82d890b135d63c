import { newId } from '../../../db/ids.ts';
import type { Executor } from '../../../db/schema.ts';
import { lockPeople } from '../people-lock.ts';
import { recordEvents } from '../writes.ts';
import { isLastAdministrator, listRoles, type RoleHeld } from './queries.ts';
import type { RoleKind } from './views/roles-page.tsx';

export interface GivenRole {
  kind: RoleKind;
  person: string;
  /** For a head: whose part of the line. */
  root?: string;
  /** For a steward. */
  framework?: string;
}

interface Doing {
  by: string;
  now: Date;
}

/** Whether somebody holds the role already. */
export async function holds(db: Executor, { kind, person, root, framework }: GivenRole): Promise<boolean> {
  const held = (await listRoles(db))[kind];
  return held.some(
    (role) =>
      role.person.id === person &&
      (kind !== 'heads' || role.root?.id === root) &&
      (kind !== 'stewards' || role.framework === framework),
  );
}

export async function giveRole(db: Executor, given: GivenRole, { by, now }: Doing): Promise<void> {
  await lockPeople(db);
  if (await holds(db, given)) return;
  const { kind, person, root = person, framework = '' } = given;
  const row = { id: newId(), person_id: person, since: now, until: null };
  if (kind === 'administrators') await db.insertInto('administrator').values(row).execute();
  if (kind === 'heads')
    await db
      .insertInto('headship')
      .values({ ...row, root_id: root })
      .execute();
  if (kind === 'stewards')
    await db
      .insertInto('stewardship')
      .values({ ...row, framework_id: framework })
      .execute();
  await record(db, { by, now }, `${VERBS[kind]}.given`, { id: row.id, person });
}

/** @returns whether it was ended; the last administrator stays one */
export async function endRole(
  db: Executor,
  kind: RoleKind,
  { id, person }: RoleHeld,
  { by, now }: Doing,
): Promise<boolean> {
  await lockPeople(db);
  if (kind === 'administrators' && (await isLastAdministrator(db, person.id))) return false;
  await db
    .updateTable(TABLES[kind])
    .set({ until: now })
    .where('id', '=', id)
    .where('until', 'is', null)
    .execute();
  await record(db, { by, now }, `${VERBS[kind]}.ended`, { id, person: person.id });
  return true;
}

const TABLES = { administrators: 'administrator', heads: 'headship', stewards: 'stewardship' } as const;
const VERBS = TABLES;

async function record(
  db: Executor,
  { by, now }: Doing,
  verb: string,
  { id, person }: { id: string; person: string },
): Promise<void> {
  const subject = `${verb.split('.')[0]}:${id}`;
  await recordEvents(db, [{ actor: by, verb, subject, kind: 'settings', about: person }], now);
}
