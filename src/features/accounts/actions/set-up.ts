/** The one-time link that makes an administrator: the first one, or somebody whom an operator names. */
import { sql } from 'kysely';
import { recordEvent } from '../../../db/events.ts';
import { newId } from '../../../db/ids.ts';
import type { Executor } from '../../../db/schema.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { CairnError } from '../../../domain/errors.ts';
import { handOverMail } from '../../../mail/index.ts';
import { secondFactorRemovedMail } from '../mails.ts';
import { digestOf, newToken } from '../one-time-links.ts';
import { findAccountOf, findPersonByEmail, forgetVerifications, hasAdministrator } from '../queries.ts';
import { enterPerson, openAccount, setPassword } from './open-account.ts';

/** How long a link works, in hours. */
export const HOURS_OF_SET_UP = 24;

/** Who sets up acts as an opaque word: there may be nobody yet. */
const OPERATOR = 'operator';

/** Keeps two links that are opened at once from both making the first administrator. */
const LOCK = 7_236_151;

export interface SetUpLink {
  token: string;
  expires: Date;
  /** Whom it makes administrator; absent for whoever opens it. */
  name?: string;
}

/**
 * Makes a link. Those of before stay valid for their time.
 *
 * @param request.administrator e-mail address of somebody of the directory, who need not have an account
 * @throws CairnError `refused` where there is an administrator and none is named, `not found` for an address that is
 * nobody's
 */
export async function createSetUpLink(
  db: Executor,
  { administrator, now }: { administrator?: string; now: Date },
): Promise<SetUpLink> {
  const person = administrator === undefined ? undefined : await named(db, administrator);
  if (person === undefined && (await hasAdministrator(db))) throw alreadySetUp();
  const { token, digest } = newToken();
  const expires = new Date(now.getTime() + HOURS_OF_SET_UP * 3_600_000);
  await db
    .insertInto('set_up_key')
    .values({ digest, person_id: person?.id ?? null, created_at: now, expires_at: expires })
    .execute();
  return { token, expires, ...(person === undefined ? {} : { name: person.name }) };
}

/** What a link is for, while it works. */
export interface SetUp {
  digest: string;
  person?: { id: string; name: string; email: string };
}

export async function findSetUp(db: Executor, token: string, now: Date): Promise<SetUp | undefined> {
  const digest = digestOf(token);
  const found = await db
    .selectFrom('set_up_key')
    .leftJoin('person', 'person.id', 'set_up_key.person_id')
    .select(['set_up_key.person_id as id', 'person.name', 'person.email', 'person.left_on as leftOn'])
    .where('digest', '=', digest)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  if (found === undefined) return undefined;
  const { id, name, email, leftOn } = found;
  if (id === null) return (await hasAdministrator(db)) ? undefined : { digest };
  return name === null || email === null || leftOn !== null
    ? undefined
    : { digest, person: { id, name, email } };
}

/**
 * Enters the first administrator, with an account.
 *
 * @returns the account; undefined where somebody else was quicker
 */
export function setUp(
  db: Executor,
  request: { digest: string; name: string; email: string; passwordHash: string; now: Date },
): Promise<string | undefined> {
  const { digest, name, email, passwordHash, now } = request;
  return inTransaction(db, async (transaction) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(transaction);
    if (!(await takeKey(transaction, digest)) || (await hasAdministrator(transaction))) return undefined;
    const known = await findPersonByEmail(transaction, email);
    const person = known?.id ?? (await enterPerson(transaction, { name, email, now }));
    const existing = await findAccountOf(transaction, person);
    const account =
      existing?.id ?? (await openAccount(transaction, { person, name: known?.name ?? name, email, now }));
    await setPassword(transaction, { account, passwordHash, now });
    await makeAdministrator(transaction, person, now);
    await recordEvent(transaction, { ...aboutSetUp(person, now), verb: 'person.joined' });
    await transaction.deleteFrom('set_up_key').where('person_id', 'is', null).execute();
    return account;
  });
}

/**
 * Makes somebody administrator whom an operator named, with a new password and without a second factor: what they had
 * may be what locked them out.
 */
export function letBackIn(
  db: Executor,
  request: { digest: string; person: NonNullable<SetUp['person']>; passwordHash: string; now: Date },
): Promise<string | undefined> {
  const { digest, person, passwordHash, now } = request;
  return inTransaction(db, async (transaction) => {
    if (!(await takeKey(transaction, digest))) return undefined;
    const existing = await findAccountOf(transaction, person.id);
    const account = existing?.id ?? (await openAccount(transaction, { ...person, person: person.id, now }));
    await setPassword(transaction, { account, passwordHash, now });
    if (existing !== undefined) {
      await transaction.deleteFrom('session').where('account_id', '=', account).execute();
      await forgetVerifications(transaction, existing);
      if (existing.secondFactor) await dropSecondFactor(transaction, account, existing.email, person, now);
    }
    await makeAdministrator(transaction, person.id, now);
    return account;
  });
}

async function named(db: Executor, email: string) {
  const person = await findPersonByEmail(db, email.trim().toLowerCase());
  if (person !== undefined && person.leftOn === null) return person;
  throw new CairnError(
    'not found',
    `Nobody in the directory has the address ${email}.`,
    'Give the address as it stands in the directory, of somebody who has not left.',
  );
}

/** A link works once, however many open it together. */
async function takeKey(db: Executor, digest: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('set_up_key')
    .where('digest', '=', digest)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

async function makeAdministrator(db: Executor, person: string, now: Date): Promise<void> {
  await db
    .insertInto('administrator')
    .values({ id: newId(), person_id: person, since: now, until: null })
    .onConflict((conflict) => conflict.column('person_id').where('until', 'is', null).doNothing())
    .execute();
  await recordEvent(db, { ...aboutSetUp(person, now), verb: 'administrator.entered' });
}

async function dropSecondFactor(
  db: Executor,
  account: string,
  email: string,
  person: { id: string; name: string },
  now: Date,
): Promise<void> {
  await db.deleteFrom('two_factor').where('account_id', '=', account).execute();
  await db.updateTable('account').set({ two_factor_enabled: false }).where('id', '=', account).execute();
  await recordEvent(db, { ...aboutSetUp(person.id, now), verb: 'second-factor.removed' });
  const reason = 'A one-time link of the operator was opened, with which administrators are let back in.';
  await handOverMail(db, {
    ...secondFactorRemovedMail({ name: person.name, by: 'Whoever runs the server', reason }),
    person: person.id,
    address: email,
    now,
  });
}

function aboutSetUp(person: string, at: Date) {
  return { at, actor: OPERATOR, subject: `person:${person}`, kind: 'settings', about: person } as const;
}

function alreadySetUp(): CairnError {
  return new CairnError(
    'refused',
    'Somebody administers this installation already, so there is nothing to set up.',
    'Administrators make others administrators. Where none of them can sign in: bin/cairn set-up --administrator EMAIL',
  );
}
