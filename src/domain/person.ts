/** What is known of a person besides where they stand: what an administrator enters and an import brings. */
export interface PersonDetails {
  name: string;
  /** In lower case. */
  email: string | null;
  staffNumber: string | null;
  pronouns: string | null;
  site: string | null;
  /** IANA name, e.g. "Europe/London". */
  timeZone: string | null;
  /** ISO 8601 day. */
  joinedOn: string | null;
}

export type DetailKey = keyof PersonDetails;

/** Most characters of each text. */
export const LONGEST: Record<DetailKey, number> = {
  name: 200,
  email: 254,
  staffNumber: 60,
  pronouns: 60,
  site: 100,
  timeZone: 64,
  joinedOn: 10,
};

/** What is wrong with one value, as an instruction. */
export interface DetailProblem {
  key: DetailKey;
  message: string;
}

/** A value as it is kept, or what is wrong with it. */
export type ReadDetail = { value: string | null } | { problem: string };

/**
 * Reads what was typed. An empty text means that there is none. Spaces around it do not count.
 *
 * @returns the details, or every problem
 */
export function readDetails(
  typed: Readonly<Record<DetailKey, string>>,
): { details: PersonDetails } | { problems: DetailProblem[] } {
  const problems: DetailProblem[] = [];
  const details = {} as Record<DetailKey, string | null>;
  for (const key of Object.keys(LONGEST) as DetailKey[]) {
    const read = readDetail(key, typed[key]);
    if ('problem' in read) problems.push({ key, message: read.problem });
    else details[key] = read.value;
  }
  if (problems.length === 0 && details.email === null && details.staffNumber === null) {
    problems.push({ key: 'email', message: NEEDS_A_NAME_OF_ITS_OWN });
  }
  return problems.length > 0 ? { problems } : { details: details as unknown as PersonDetails };
}

/** Two people may have one name, so an import, or somebody who names a manager, needs another one. */
export const NEEDS_A_NAME_OF_ITS_OWN =
  'Give an e-mail address or a staff number: it tells this person from others of the same name';

export function readDetail(key: DetailKey, typed: string): ReadDetail {
  const text = typed.trim();
  if (text === '') return key === 'name' ? { problem: 'Write the name' } : { value: null };
  if (text.length > LONGEST[key]) return { problem: `Shorten it to ${LONGEST[key]} characters` };
  if (/\p{Cc}/u.test(text)) return { problem: 'Write it on one line, without control characters' };
  switch (key) {
    case 'email':
      return readEmail(text);
    case 'timeZone':
      return readTimeZone(text);
    case 'joinedOn':
      return readDay(text);
    default:
      return { value: text };
  }
}

function readEmail(text: string): ReadDetail {
  return /^[^\s@<>"(),;:\\[\]]+@[^\s@<>"(),;:\\[\]]+$/.test(text)
    ? { value: text.toLowerCase() }
    : { problem: 'Write an e-mail address, such as rosa@example.org' };
}

/** As the list of time zones writes it, however it was capitalised. */
function readTimeZone(text: string): ReadDetail {
  const known = TIME_ZONES.get(text);
  if (known !== undefined) return { value: known };
  const problem = { problem: 'Write a time zone by its place, such as Europe/London' };
  if (!/^[A-Za-z][\w+/-]*$/.test(text)) return problem;
  try {
    const value = new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone;
    TIME_ZONES.set(text, value);
    return { value };
  } catch {
    return problem;
  }
}

/** Asking for one costs as much as reading a hundred rows, and there are some hundred of them. */
const TIME_ZONES = new Map<string, string>();

/** A day of the calendar: 30 February is none. */
export function readDay(text: string): ReadDetail {
  const problem = { problem: 'Write a day as year, month and day, such as 2026-03-04' };
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return problem;
  const day = new Date(`${text}T00:00:00Z`);
  const real = !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(text);
  return real ? { value: text } : problem;
}
