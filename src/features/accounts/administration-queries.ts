/** What administrators see of accounts, invitations and mail. Everything here runs in their own transaction. */
import { type RawBuilder, sql } from 'kysely';
import type { Executor } from '../../db/schema.ts';

export interface AdministeredAccount {
  person: string;
  name: string;
  email: string;
  leftOn: string | null;
  verified: boolean;
  password: boolean;
  secondFactor: boolean;
  passkeys: number;
  lastSeen: Date | null;
}

/** How many of a list a page shows; more are found by typing. */
export const MOST_SHOWN = 50;

/**
 * @param wanted part of a name or an address; empty for everybody
 * @returns one more than a page shows, where there are more
 */
export async function accountsToAdminister(db: Executor, wanted: string): Promise<AdministeredAccount[]> {
  const { rows } = await sql<AdministeredAccount>`
    select
      account.person_id as person,
      person.name,
      account.email,
      person.left_on as "leftOn",
      account.verified,
      account.password,
      account.two_factor as "secondFactor",
      account.passkeys,
      account.last_seen as "lastSeen"
    from accounts_to_administer() account
    join person on person.id = account.person_id
    where ${wanted} = '' or strpos(lower(person.name), lower(${wanted})) > 0 or strpos(account.email, lower(${wanted})) > 0
    order by person.name collate "und-x-icu", person.id
    limit ${MOST_SHOWN + 1}
  `.execute(db);
  return rows;
}

export async function accountToAdminister(
  db: Executor,
  person: string,
): Promise<AdministeredAccount | undefined> {
  const { rows } = await sql<AdministeredAccount>`
    select
      account.person_id as person,
      person.name,
      account.email,
      person.left_on as "leftOn",
      account.verified,
      account.password,
      account.two_factor as "secondFactor",
      account.passkeys,
      account.last_seen as "lastSeen"
    from accounts_to_administer() account
    join person on person.id = account.person_id
    where account.person_id = ${person}
  `.execute(db);
  return rows[0];
}

export interface Invitable {
  id: string;
  name: string;
  /** Absent for somebody who cannot be invited until the directory knows an address. */
  email: string | null;
  /** When they were last invited, and when that ends. */
  invited: Date | null;
  ends: Date | null;
}

/** People of the directory who have no account. @param wanted part of a name or an address; empty for everybody */
export function invitable(db: Executor, wanted: string): Promise<Invitable[]> {
  return withoutAccount(
    db,
    sql<boolean>`
      ${wanted} = ''
      or strpos(lower(person.name), lower(${wanted})) > 0
      or strpos(coalesce(person.email, ''), lower(${wanted})) > 0
    `,
  );
}

/** Those among some who may be invited. @param people ids */
export async function invitableAmong(db: Executor, people: readonly string[]): Promise<Invitable[]> {
  if (people.length === 0) return [];
  return withoutAccount(db, sql<boolean>`person.id in (${sql.join(people)}) and person.email is not null`);
}

async function withoutAccount(db: Executor, which: RawBuilder<boolean>): Promise<Invitable[]> {
  const { rows } = await sql<Invitable>`
    select person.id, person.name, person.email, invitation.created_at as invited, invitation.expires_at as ends
    from person
    left join lateral (
      select created_at, expires_at
      from invitation
      where invitation.person_id = person.id
      order by id desc
      limit 1
    ) invitation on true
    where person.left_on is null
      and not exists (select from accounts_to_administer() account where account.person_id = person.id)
      and (${which})
    order by person.name collate "und-x-icu", person.id
    limit ${MOST_SHOWN + 1}
  `.execute(db);
  return rows;
}

export interface AdministeredMail {
  id: string;
  address: string;
  kind: string;
  created: Date;
  next: Date;
  tries: number;
  failure: string | null;
  sent: Date | null;
  givenUp: Date | null;
  /** Whether it was given up and what it says is still kept. */
  canBeTried: boolean;
}

/** Mail of the last days: what waits or failed first, then the newest. */
export async function mailToAdminister(db: Executor): Promise<AdministeredMail[]> {
  const { rows } = await sql<AdministeredMail>`
    select
      id,
      address,
      kind,
      created_at as created,
      next_try_at as next,
      tries,
      failure,
      sent_at as sent,
      given_up_at as "givenUp",
      can_be_tried as "canBeTried"
    from mail_to_administer()
    order by (sent_at is null) desc, created_at desc, id desc
    limit ${MOST_SHOWN}
  `.execute(db);
  return rows;
}

/** Puts a mail that was given up back among those that wait. @returns whether there was one that can be sent */
export async function tryMailAgain(db: Executor, id: string, now: Date): Promise<boolean> {
  const { rows } = await sql<{ again: boolean }>`select try_mail_again(${id}, ${now}) as again`.execute(db);
  return rows[0]?.again === true;
}

/** How many mails wait, and since when the oldest does. */
export async function mailWaiting(db: Executor): Promise<{ count: number; since: Date | null }> {
  const { rows } = await sql<{ count: number; since: Date | null }>`
    select count(*) as count, min(created_at) as since
    from mail_to_administer()
    where sent_at is null and given_up_at is null
  `.execute(db);
  return rows[0] ?? { count: 0, since: null };
}
