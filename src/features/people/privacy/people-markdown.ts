import { dayInWords } from '../../../web/date.tsx';
import type { DirectoryData } from './people-data.ts';

/** What the directory holds of a person, for reading. */
export function asMarkdown(data: DirectoryData): string {
  const facts: [string, string | null][] = [
    ['Name', data.name],
    ['Pronouns', data.pronouns],
    ['E-mail', data.email],
    ['Staff number', data.staffNumber],
    ['Site', data.site],
    ['Time zone', data.timeZone],
    ['Joined', data.joinedOn && day(data.joinedOn)],
    ['Wished to be erased', data.wishedErasureAt && day(data.wishedErasureAt)],
  ];
  return [
    bullets(facts.flatMap(([term, value]) => (value === null ? [] : [`${term}: ${plain(value)}`]))),
    section(
      'Levels',
      data.levels.map(
        ({ levelName, frameworkName, release, since, until, setBy, setAt }) =>
          `${plain(levelName)}, ${plain(frameworkName)}${release === null ? '' : ` ${release}`}, ${span(since, until)}; set on ${day(setAt)} by ${plain(setBy)}`,
      ),
    ),
    section(
      'Teams',
      data.teams.map(({ team, since, until }) => `${plain(team)}, ${span(since, until)}`),
    ),
    section(
      'Whom you reported to',
      data.reportedTo.map(
        ({ manager, since, until }) => `${plain(manager ?? 'Nobody')}, ${span(since, until)}`,
      ),
    ),
    section(
      'Who reported to you',
      data.reportedToYou.map(({ person, since, until }) => `${plain(person)}, ${span(since, until)}`),
    ),
    section(
      'Your deputies',
      data.deputies.map(({ deputy, ...rest }) => standIn(deputy, rest)),
    ),
    section(
      'Whom you stood in for',
      data.stoodInFor.map(({ manager, ...rest }) => standIn(manager, rest)),
    ),
    section(
      'Administrator',
      data.administrator.map(({ since, until }) => span(since, until)),
    ),
    section(
      'Head of operations',
      data.headOver.map(({ line, since, until }) => `Over the line of ${plain(line)}, ${span(since, until)}`),
    ),
    section(
      'Steward',
      data.stewardOf.map(({ framework, since, until }) => `${plain(framework)}, ${span(since, until)}`),
    ),
    section(
      'Frameworks that you chose',
      data.chosenFrameworks.map(({ framework, chosenAt }) => `${plain(framework)}, ${day(chosenAt)}`),
    ),
    section(
      'Opened by breaking the glass',
      data.glassBroken.map(
        ({ administrator, record, reason, openedAt, until }) =>
          `${record} by ${plain(administrator)}, ${openedAt} to ${until}: ${plain(reason)}`,
      ),
    ),
    section(
      'What happened',
      data.happened.map(({ at, what, by, to }) => `${at}: ${what} by ${plain(by)} (${plain(to)})`),
    ),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function section(heading: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `## ${heading}\n\n${bullets(lines)}`;
}

function bullets(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}\n`).join('');
}

function standIn(
  name: string,
  { firstDay, lastDay, endedAt }: { firstDay: string; lastDay: string; endedAt: string | null },
): string {
  const ended = endedAt === null ? '' : `, ended on ${day(endedAt)}`;
  return `${plain(name)}, ${day(firstDay)} to ${day(lastDay)}${ended}`;
}

function span(since: string, until: string | null): string {
  return `since ${day(since)}${until === null ? '' : ` until ${day(until)}`}`;
}

function day(date: string): string {
  return dayInWords(date) ?? date;
}

/** A name is a text, whatever characters are in it. */
export function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|]/g, '\\$&').replace(/\s*\n\s*/g, ' ');
}
