/** An administrator opens one record, for a reason and a while. The database finds out whose it is, and they are told. */
import { sql } from 'kysely';
import { recordEvent } from '../../../db/events.ts';
import { newId } from '../../../db/ids.ts';
import type { Schema } from '../../../db/schema.ts';
import { handOverMail } from '../../../mail/hand-over.ts';
import type { Answer } from '../../../web/answer-with.ts';
import { nothingHere, type Sent, type Visit } from '../../../web/doors.ts';
import type { FieldError } from '../../../web/form.tsx';
import { momentInWords } from '../../../web/moment.tsx';
import { Phrase } from '../../../web/text.tsx';
import { AdministrationSide } from '../administration/views/administration-side.tsx';
import { findPerson } from '../directory/person-queries.ts';
import { isUuid } from '../ids.ts';
import type { PeopleRoom } from '../people-deps.ts';
import { checkPage, isChecked } from '../views/check-page.tsx';
import { counted } from '../views/names.tsx';
import { type MeantRecord, recordAt } from './record-words.tsx';
import { BREAK_GLASS, breakGlassPage, type GlassTyped } from './views/break-glass-page.tsx';
import { brokenGlass } from './who-looked.ts';

const ADMINISTRATORS = { may: 'administrator', audit: 'settings' } as const;

/** Fewest characters of a reason, most hours, and how many earlier ones the page shows. */
const SHORTEST_REASON = 10;
const MOST_HOURS = 24;
const MOST_SHOWN = 50;

const DONE: Record<string, string> = {
  opened: 'You may open it now. Its owner was told.',
  ended: 'It is given back.',
};

export function addBreakGlass({ doors, room }: PeopleRoom): void {
  doors.get(BREAK_GLASS, ADMINISTRATORS, async (visit) => ({
    page: await page(visit, { address: '', reason: '', hours: '1' }, []),
  }));
  doors.post(BREAK_GLASS, ADMINISTRATORS, (sent) => send(sent, room.site.baseUrl));
  doors.post(`${BREAK_GLASS}/:id/end`, ADMINISTRATORS, end);
}

async function page(
  { c, db, viewer, now, token }: Visit<Schema>,
  typed: GlassTyped,
  errors: readonly FieldError[],
) {
  return breakGlassPage({
    glass: await brokenGlass(db, undefined, MOST_SHOWN),
    viewer: viewer.person,
    typed,
    errors,
    timeZone: (await findPerson(db, viewer.person))?.timeZone ?? null,
    now,
    token,
    done: DONE[c.req.query('done') ?? ''],
  });
}

async function send(sent: Sent<Schema>, baseUrl: string): Promise<Answer> {
  const { form } = sent;
  const typed: GlassTyped = {
    address: form.text('address'),
    reason: form.text('reason').trim(),
    hours: form.text('hours').trim(),
  };
  const record = recordAt(typed.address);
  const hours = /^\d{1,2}$/.test(typed.hours) ? Number(typed.hours) : 0;
  const errors: FieldError[] = [
    ...(record === undefined
      ? [{ field: 'address', message: 'Paste the address of one record, such as …/evidence/0193…' }]
      : []),
    ...(typed.reason.length < SHORTEST_REASON
      ? [{ field: 'reason', message: 'Write the reason in ten characters at least: the owner reads it' }]
      : []),
    ...(hours < 1 || hours > MOST_HOURS
      ? [{ field: 'hours', message: 'Write a whole number of hours, from 1 to 24' }]
      : []),
  ];
  if (record === undefined || errors.length > 0) {
    return { page: await page(sent, typed, errors), status: 422 };
  }
  if (!isChecked(form)) return { page: check(sent, typed, hours) };
  if (await open(sent, record, typed.reason, hours, baseUrl)) {
    return { redirect: `${BREAK_GLASS}?done=opened` };
  }
  const message = 'Check the address: there is no such record';
  return { page: await page(sent, typed, [{ field: 'address', message }]), status: 422 };
}

function check({ token }: Sent<Schema>, typed: GlassTyped, hours: number) {
  return checkPage({
    heading: 'Break the glass',
    section: 'you',
    left: <AdministrationSide current={BREAK_GLASS} />,
    action: BREAK_GLASS,
    fields: { ...typed },
    token,
    confirm: 'Open it, and tell its owner',
    back: BREAK_GLASS,
    children: (
      <>
        <p>
          You may open <Phrase text={typed.address.trim()} /> for {counted(hours, 'hour', 'hours')}, and
          nothing else of whoever it belongs to. Whoever it belongs to is told at once, by mail and on their
          own page, with your name and this reason:
        </p>
        <blockquote class="quiet plain-text">
          <Phrase text={typed.reason} />
        </blockquote>
      </>
    ),
  });
}

/** @returns whether there is such a record */
async function open(
  { db, viewer, now }: Sent<Schema>,
  { kind, id }: MeantRecord,
  reason: string,
  hours: number,
  baseUrl: string,
): Promise<boolean> {
  const until = new Date(now.getTime() + hours * 3_600_000);
  const { rows } = await sql<{ owner: string | null }>`
    select break_the_glass(${newId()}, ${kind}, ${id}, ${reason}, ${now}, ${until}) as owner
  `.execute(db);
  const owner = rows[0]?.owner ?? null;
  if (owner === null) return false;
  await recordEvent(db, {
    at: now,
    actor: viewer.person,
    verb: 'break-glass.opened',
    subject: `${kind}:${id}`,
    kind: 'record',
    about: owner,
  });
  const person = await findPerson(db, owner);
  if (person?.email) {
    await handOverMail(db, {
      person: owner,
      address: person.email,
      kind: 'break-glass',
      subject: 'An administrator opened a record of yours',
      body: [
        `${viewer.name}, an administrator, may open one record of yours until ${momentInWords(until, person.timeZone)}.`,
        `The reason they gave: ${reason}`,
        `Which record, and who opened what:\n${baseUrl}/you/who-looked`,
      ].join('\n\n'),
      now,
    });
  }
  return true;
}

async function end({ c, db, viewer, now }: Sent<Schema>): Promise<Answer> {
  const id = c.req.param('id');
  const glass = isUuid(id)
    ? (await brokenGlass(db, undefined, 1000)).find((one) => one.id === id)
    : undefined;
  if (glass === undefined) throw nothingHere();
  await sql`select end_break_glass(${glass.id}, ${now})`.execute(db);
  const about = glass.owner?.id;
  await recordEvent(db, {
    at: now,
    actor: viewer.person,
    verb: 'break-glass.ended',
    subject: `${glass.recordKind}:${glass.recordId}`,
    kind: 'settings',
    ...(about === undefined ? {} : { about }),
  });
  return { redirect: `${BREAK_GLASS}?done=ended` };
}
