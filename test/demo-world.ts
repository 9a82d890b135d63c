/** The demo world as tests ask about it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readDemo } from '../demo/read.ts';
import type { Note, Person } from '../demo/schema.ts';
import { FORMATS_READ, readFiles } from '../src/formats/index.ts';

export const demo = readDemo();
export const bySlug = new Map(demo.people.map((person) => [person.slug, person]));

/** Everybody's notes, each with the slug of its writer. */
export const notes = [...demo.evidence].flatMap(([slug, own]) => own.map((note) => ({ slug, ...note })));

/** frameworks/operations, as it ships. */
export const framework = shippedFramework();

/** The level of each expectation and of each of its points. */
export const levelOf = new Map(
  framework.expectations.flatMap(({ id, level, points }) =>
    [id, ...points.map((point) => point.id)].map((key) => [key, level] as const),
  ),
);

function shippedFramework() {
  const folder = resolve(import.meta.dirname, '../frameworks/operations');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ name: path.slice(folder.length + 1), bytes: readFileSync(path) }));
  const [found] = readFiles(files, FORMATS_READ).frameworks;
  if (found === undefined) throw new Error('frameworks/operations was not read');
  return found;
}

export function peopleAround({ manager, managerHistory = [], deputies = [] }: Person): string[] {
  return [
    manager ?? [],
    managerHistory.map((step) => step.manager),
    deputies.map(({ person }) => person),
  ].flat();
}

export function teamsAround({ team, teamHistory = [], headOf = 'everything' }: Person): string[] {
  return [team, teamHistory.map((step) => step.team), headOf === 'everything' ? [] : headOf].flat();
}

/** Everybody whom a note names as helped or as asked. */
export function peopleIn({ helped = [], confirmed, declined, waiting }: Note): string[] {
  const asked = [confirmed, declined, waiting].flatMap((one) => one?.by ?? []);
  return [...helped.flatMap((who) => ('person' in who ? who.person : [])), ...asked];
}

export function daysOf({ on, shared, confirmed, declined, waiting, edited = [] }: Note): string[] {
  const asked = [confirmed, declined, waiting].flatMap((one) => one?.asked ?? []);
  return [on, shared ?? [], asked, edited.map((change) => change.on)].flat();
}

export function linksTo({ links = [] }: Note, reference: string): boolean {
  return links.some((link) => link.endsWith(`/${reference}`));
}

export function employed(slug: string, day: string): boolean {
  const { joined, left = demo.today } = bySlug.get(slug) ?? { joined: demo.today, left: '' };
  return joined <= day && day <= left && day <= demo.today;
}

/** How many levels an expectation or point lies above the level that somebody held on a day. */
export function stepsAhead(id: string, slug: string, day: string): number {
  const held = bySlug.get(slug)?.levelHistory.findLast(({ from }) => from <= day)?.level;
  const place = (level?: string) => framework.levels.findIndex((one) => one.id === level);
  return place(levelOf.get(id)) - place(held);
}

export function lineAbove(slug: string, seen: string[] = []): string[] {
  const manager = bySlug.get(slug)?.manager;
  return manager === undefined || seen.includes(manager) ? seen : lineAbove(manager, [...seen, manager]);
}

export function strangers(named: readonly string[]): string[] {
  return named.filter((slug) => !bySlug.has(slug));
}

export function unknownTeams(named: readonly string[]): string[] {
  return named.filter((name) => !demo.teams.some((team) => team.name === name));
}

export function slugs(of: readonly Person[]): string[] {
  return of.map(({ slug }) => slug);
}

export function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

export function inOrder(days: readonly string[]): boolean {
  return days.every((day, index) => index === 0 || (days[index - 1] ?? '') <= day);
}
