/** Finds the person whom somebody means by what they typed into a field: a list of 50,000 is nothing to choose from. */
import { sql } from 'kysely';
import type { Executor } from '../../db/schema.ts';

export interface NamedPerson {
  id: string;
  name: string;
  email: string | null;
}

export type Meant = { person: NamedPerson } | { problem: string };

/** How many are named where a name is several people's, and how many are proposed while somebody types. */
const MOST_NAMED = 5;
const MOST_PROPOSED = 8;

/** How a person is written in a field, so that it is read as them again. */
export function asTyped({ name, email }: Omit<NamedPerson, 'id'>): string {
  return email === null ? name : `${name} <${email}>`;
}

/** Reads an e-mail address, a name with one behind it, a staff number or a whole name. Whoever has left is not meant. */
export async function personMeant(db: Executor, typed: string): Promise<Meant> {
  const text = typed.trim();
  if (text === '') return { problem: 'Write an e-mail address or a whole name' };
  const email = /<([^<>\s]+@[^<>\s]+)>$/.exec(text)?.[1] ?? text;
  const { rows } = await sql<NamedPerson>`
    select person.id, person.name, person.email
    from person
    left join staff_number on staff_number.person_id = person.id
    where person.left_on is null
      and (
        person.email = ${email.toLowerCase()}
        or staff_number.number = ${text}
        or lower(person.name) = lower(${text})
      )
    order by person.name collate "und-x-icu", person.email
    limit ${MOST_NAMED + 1}
  `.execute(db);
  const exact = rows.find((person) => person.email === email.toLowerCase());
  const [first, ...others] = exact === undefined ? rows : [exact];
  if (first === undefined)
    return { problem: `Nobody here is called “${text}”. Write an e-mail address or a whole name` };
  if (others.length === 0) return { person: first };
  const named = rows.slice(0, MOST_NAMED).flatMap((person) => person.email ?? []);
  return {
    problem: `Several people are called ${text}. Write the e-mail address instead: ${named.join(', ')}`,
  };
}

/** Whom somebody may mean who is still typing. */
export async function peopleLike(
  db: Executor,
  typed: string,
): Promise<(NamedPerson & { team: string | null })[]> {
  const words = foldedWords(typed);
  if (words.length === 0) return [];
  const { rows } = await sql<NamedPerson & { team: string | null }>`
    select person.id, person.name, person.email, team.name as team
    from person
    left join team_member member on member.person_id = person.id and member.until is null
    left join team on team.id = member.team_id
    where person.left_on is null and person.folded like all (${likeWords(words)}::text[])
    order by person.name collate "und-x-icu", person.id
    limit ${MOST_PROPOSED}
  `.execute(db);
  return rows;
}

/** What was typed as words without accents and capitals, as the database folds names. */
export function foldedWords(typed: string): string[] {
  return typed
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** Patterns of which every one must be found. */
export function likeWords(words: readonly string[]): string[] {
  return words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
}
