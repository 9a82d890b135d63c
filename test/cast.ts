/**
 * The people of every test about people, and who is what to whom. Everybody but the visitor and the stranger works at the
 * same harbour; the engineer is the one whose record the others may or may not read.
 */

/** Days from today, as an ISO 8601 day. Row-level security goes by the database's own clock. */
export function day(fromToday: number): string {
  return new Date(Date.now() + fromToday * 86_400_000).toISOString().slice(0, 10);
}

export interface Member {
  name: string;
  /** Who they report to today: a name of the cast. */
  manager?: string;
  /** Level of the framework `harbour`. */
  level?: string;
  team?: 'Night watch' | 'Day watch' | 'Office';
}

export const CAST = {
  /** Whose record it is: keeps the night watch, wants to lead one. */
  engineer: { name: 'Rosa Lindqvist', manager: 'lineManager', level: 'watch', team: 'Night watch' },
  /** Reports to the same manager; is asked to confirm things. */
  colleague: { name: 'Amir Haddad', manager: 'lineManager', level: 'watch', team: 'Night watch' },
  /** The engineer's manager since last month. */
  lineManager: { name: 'Daniel Okafor', manager: 'managersManager', level: 'manager', team: 'Night watch' },
  /** Was the engineer's manager until last month. */
  formerManager: { name: 'Petra Novak', manager: 'managersManager', level: 'manager', team: 'Day watch' },
  /** Stands in for the line manager this week. */
  deputy: { name: 'Lucía Prieto', manager: 'managersManager', level: 'lead', team: 'Day watch' },
  /** The line manager's own manager: reads the line manager's record, not the engineer's. */
  managersManager: { name: 'Olu Adeyemi', manager: 'head', level: 'manager', team: 'Office' },
  /** Head of operations over everybody. */
  head: { name: 'Ingrid Solberg', level: 'head', team: 'Office' },
  /** Steward of the framework `harbour`. */
  steward: { name: 'Mei Tanaka', manager: 'head', level: 'principal', team: 'Office' },
  /** Will read a promotion case; until then somebody like any other. */
  panelMember: { name: 'Tomasz Zielinski', manager: 'head', level: 'principal', team: 'Day watch' },
  /** Writes job descriptions. */
  hiringManager: { name: 'Nadia Rahman', manager: 'head', level: 'manager', team: 'Day watch' },
  /** Runs the installation, and cannot read anybody's record. */
  administrator: { name: 'Kit Doyle', team: 'Office' },
  /** Has an account and nothing to do with anybody: exists to be refused. */
  stranger: { name: 'Vic Stranger' },
} as const satisfies Record<string, Member>;

export type Name = keyof typeof CAST;

export const NAMES = Object.keys(CAST) as Name[];

/** The same id in every test. */
export function idOf(name: Name): string {
  const number = (NAMES.indexOf(name) + 1).toString(16).padStart(12, '0');
  return `01930000-0000-7000-8000-${number}`;
}

export function emailOf(name: Name): string {
  return `${name.toLowerCase()}@harbour.example`;
}
