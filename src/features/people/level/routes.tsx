/** Setting somebody's level: their line manager, whoever stands in for them, and administrators. */

import { recordEvent } from '../../../db/events.ts';
import type { Schema } from '../../../db/schema.ts';
import type { Level } from '../../../domain/framework.ts';
import type { LevelDecision } from '../../../domain/levels-held.ts';
import { readDay } from '../../../domain/person.ts';
import type { PublishedEdition, PublishedFrameworks } from '../../../domain/published.ts';
import { handOverMail } from '../../../mail/hand-over.ts';
import type { Answer } from '../../../web/answer-with.ts';
import { DateInWords, dayInWords } from '../../../web/date.tsx';
import { nothingHere, type Sent, type Visit } from '../../../web/doors.ts';
import type { FieldError } from '../../../web/form.tsx';
import { Phrase } from '../../../web/text.tsx';
import { findPerson, type PersonShown } from '../directory/person-queries.ts';
import { PeopleSide } from '../directory/views/directory-page.tsx';
import { isUuid } from '../ids.ts';
import type { PeopleRoom } from '../people-deps.ts';
import { checkPage, isChecked } from '../views/check-page.tsx';
import { personAddress } from '../views/names.tsx';
import { levelDecision, setLevel } from './actions.ts';
import { levelNames } from './level-words.tsx';
import { levelsOf } from './queries.ts';
import { refusalInWords } from './refusals.ts';
import { levelPage, levelValue } from './views/level-page.tsx';

const MANAGERS = { may: 'signed in', audit: 'logged' } as const;

export function addLevel({ doors, room }: PeopleRoom): void {
  doors.get('/people/:id/level', MANAGERS, async (visit) => {
    const { db, viewer, now } = visit;
    const person = await personToSet(visit);
    if (person.id !== viewer.person) {
      const subject = `person:${person.id}`;
      const opened = { at: now, actor: viewer.person, verb: 'level.opened', subject };
      await recordEvent(db, { ...opened, kind: 'record', about: person.id });
    }
    return { page: await formPage(visit, person, await room.published(), { level: '', since: '' }, []) };
  });
  doors.post('/people/:id/levels', MANAGERS, async (sent) =>
    send(sent, await room.published(), room.site.baseUrl),
  );
}

/** @throws CairnError where it is not for the viewer to set, or there is nobody who holds a level any more */
async function personToSet({ c, db, viewer }: Visit<Schema>): Promise<PersonShown> {
  const id = c.req.param('id');
  const person = isUuid(id) ? await findPerson(db, id) : undefined;
  const may = person?.managedByViewer || viewer.administrator;
  if (person === undefined || !may || person.leftOn !== null) throw nothingHere();
  return person;
}

interface Wanted {
  edition: PublishedEdition;
  level: Level;
  since: string;
}

async function send(sent: Sent<Schema>, published: PublishedFrameworks, baseUrl: string): Promise<Answer> {
  const { db, form, viewer, now } = sent;
  const person = await personToSet(sent);
  const typed = { level: form.text('level'), since: form.text('since') };
  const read = readWanted(published, typed);
  if ('errors' in read) return refused(sent, person, published, typed, read.errors);
  const request = {
    person: person.id,
    framework: read.wanted.edition.framework.id,
    level: read.wanted.level.id,
    since: read.wanted.since,
    releaseVersion: read.wanted.edition.version,
    by: viewer.person,
    now,
  };
  const checked = isChecked(form);
  const decision = checked ? await setLevel(db, request) : await levelDecision(db, request);
  const refusal = refusalInWords(decision, (held) => levelNames(published, held).level);
  if (refusal !== undefined) {
    return refused(sent, person, published, typed, [{ field: 'since', message: refusal }]);
  }
  if (!checked) return { page: check(sent, person, read.wanted, decision, published, typed) };
  await tell(sent, person, read.wanted, baseUrl);
  return { redirect: `${personAddress(person.id)}?done=level` };
}

function readWanted(
  published: PublishedFrameworks,
  typed: { level: string; since: string },
): { wanted: Wanted } | { errors: FieldError[] } {
  const options = published
    .newest()
    .flatMap((edition) => edition.framework.levels.map((level) => ({ edition, level })));
  const chosen = options.find(
    ({ edition, level }) => levelValue(edition.framework.id, level.id) === typed.level,
  );
  const since = readDay(typed.since);
  if (chosen !== undefined && 'value' in since && since.value !== null) {
    return { wanted: { ...chosen, since: since.value } };
  }
  const errors = [
    ...(chosen === undefined ? [{ field: 'level', message: 'Choose a level' }] : []),
    ...('problem' in since ? [{ field: 'since', message: 'Choose the day since when it is held' }] : []),
  ];
  return { errors };
}

async function refused(
  sent: Sent<Schema>,
  person: PersonShown,
  published: PublishedFrameworks,
  typed: { level: string; since: string },
  errors: FieldError[],
): Promise<Answer> {
  return { page: await formPage(sent, person, published, typed, errors), status: 422 };
}

async function formPage(
  { db, token }: Visit<Schema>,
  person: PersonShown,
  published: PublishedFrameworks,
  typed: { level: string; since: string },
  errors: FieldError[],
) {
  return levelPage({ person, levels: await levelsOf(db, person.id), published, token, typed, errors });
}

function check(
  { token }: Sent<Schema>,
  person: PersonShown,
  { edition, level, since }: Wanted,
  decision: LevelDecision,
  published: PublishedFrameworks,
  typed: Readonly<Record<string, string>>,
) {
  const ends = decision.kind === 'begins' ? decision.ends : undefined;
  const corrects = decision.kind === 'corrects' ? decision.held : undefined;
  return checkPage({
    heading: `Level of ${person.name}`,
    section: 'people',
    left: <PeopleSide current={personAddress(person.id)} />,
    action: `${personAddress(person.id)}/levels`,
    fields: typed,
    token,
    confirm: corrects === undefined ? 'Set this level' : 'Correct it',
    back: `${personAddress(person.id)}/level`,
    children: (
      <>
        <p>
          <Phrase text={person.name} /> holds <strong>{<Phrase text={level.name} />}</strong>,{' '}
          <Phrase text={edition.framework.name} /> {edition.version}, since <DateInWords date={since} />.
        </p>
        {ends !== undefined && (
          <p>
            <Phrase text={levelNames(published, ends).level} /> ends that day and stays in the history.
          </p>
        )}
        {corrects !== undefined && (
          <p>
            This corrects what stands there now: <Phrase text={levelNames(published, corrects).level} /> since{' '}
            <DateInWords date={corrects.since} />. That it was corrected, and by whom, stays written down.
          </p>
        )}
      </>
    ),
  });
}

/** Nobody's level changes without their hearing of it. */
async function tell(
  { db, viewer, now }: Sent<Schema>,
  { id, email }: PersonShown,
  { edition, level, since }: Wanted,
  baseUrl: string,
): Promise<void> {
  if (email === null || id === viewer.person) return;
  await handOverMail(db, {
    person: id,
    address: email,
    kind: 'level',
    subject: `Your level: ${level.name}`,
    body: [
      `${viewer.name} wrote down the level that you hold: ${level.name}, ${edition.framework.name}, since ${dayInWords(since)}.`,
      `Your level and its history:\n${baseUrl}/you`,
      'If this is not right, talk to them: a level can be corrected.',
    ].join('\n\n'),
    now,
  });
}
