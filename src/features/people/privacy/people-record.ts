/** What the directory holds of a person: their part of "everything about me", and what erasing them does to it. */
import { sql } from 'kysely';
import type { PublishedFrameworks } from '../../../domain/published.ts';
import { counted } from '../views/names.tsx';
import { countReports } from '../you/queries.ts';
import { type DirectoryData, directoryData } from './people-data.ts';
import { asMarkdown } from './people-markdown.ts';
import type { Asking, ErasurePreview, PersonalPart, PersonalRecord } from './personal-record.ts';

export function peopleRecord(published: () => Promise<PublishedFrameworks>): PersonalRecord {
  return {
    name: 'directory',
    title: 'You in the directory',
    gather: (asking) => gather(asking, published),
    erasure,
  };
}

async function gather(
  { viewer, now, asThem }: Asking,
  published: () => Promise<PublishedFrameworks>,
): Promise<PersonalPart> {
  const editions = await published();
  const data: DirectoryData = await asThem((db) => directoryData(db, viewer.person, now, editions));
  return { data, markdown: asMarkdown(data) };
}

async function erasure({ viewer, asThem }: Asking): Promise<ErasurePreview> {
  return asThem(async (db) => {
    const reports = await countReports(db, viewer.person);
    const { rows } = await sql<{ levels: number }>`
      select count(*) as levels from level_held where person_id = ${viewer.person}
    `.execute(db);
    const levels = rows[0]?.levels ?? 0;
    return {
      goes: [
        'You in the directory: name, pronouns, e-mail address, site, time zone, staff number, teams, reporting lines.',
        levels === 0
          ? 'Your levels: there is none.'
          : `Your level and its history: ${counted(levels, 'level', 'levels')}.`,
        'Your account, your passkeys, your sessions, and the tokens of your programs.',
        'Your roles, your deputies, and the frameworks that you chose to use.',
      ],
      stays: [
        'What other people wrote and have. Where it named you as a person of the directory, it reads “somebody who has been erased”.',
        ...(reports > 0
          ? [
              `${counted(reports, 'person who reports', 'people who report')} to you: they report to nobody then.`,
            ]
          : []),
        'Levels that you set for others: they read “set by somebody who has been erased”.',
        'That things happened, and when, with an id that stands for nobody. That id is kept so that a restored backup erases you again.',
        'Counts: how many people there were, and what a team shows.',
      ],
    };
  });
}
