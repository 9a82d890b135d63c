/** Deputies: named by a manager for a span, seen by those who report to them, ended at any time. */
import type { Schema } from '../../../db/schema.ts';
import { type DeputyRefusal, type DeputySpan, refusalOfDeputy } from '../../../domain/deputies.ts';
import { readDay } from '../../../domain/person.ts';
import { handOverMail } from '../../../mail/hand-over.ts';
import type { Answer } from '../../../web/answer-with.ts';
import { DateInWords, dayInWords } from '../../../web/date.tsx';
import { nothingHere, type Sent, type Visit } from '../../../web/doors.ts';
import type { FieldError } from '../../../web/form.tsx';
import { Phrase } from '../../../web/text.tsx';
import { deputiesOf } from '../directory/person-queries.ts';
import { isUuid } from '../ids.ts';
import type { PeopleRoom } from '../people-deps.ts';
import { asTyped, type NamedPerson, personMeant } from '../person-meant.ts';
import { checkPage, isChecked } from '../views/check-page.tsx';
import { counted } from '../views/names.tsx';
import { endDeputy, nameDeputy } from './actions.ts';
import { countReports } from './queries.ts';
import { DEPUTIES, type DeputyTyped, deputiesPage } from './views/deputies-page.tsx';
import { YouSide } from './views/you-side.tsx';

const OWN = { may: 'signed in', audit: 'own' } as const;

const DONE: Record<string, string> = {
  named: 'Your deputy is named, and was told.',
  ended: 'From this moment they stand in for you no more.',
};

export function addDeputies({ doors, room }: PeopleRoom): void {
  doors.get(DEPUTIES, OWN, async (visit) => ({
    page: await formPage(visit, { deputy: '', firstDay: '', lastDay: '' }, []),
  }));
  doors.post(DEPUTIES, OWN, (sent) => send(sent, room.site.baseUrl));
  doors.post(`${DEPUTIES}/:id/end`, OWN, async ({ c, db, viewer, now }) => {
    const id = c.req.param('id');
    const ended = isUuid(id) && (await endDeputy(db, { person: viewer.person, now }, id));
    if (!ended) throw nothingHere();
    return { redirect: `${DEPUTIES}?done=ended` };
  });
}

async function formPage(
  { c, db, viewer, now, token }: Visit<Schema>,
  typed: DeputyTyped,
  errors: readonly FieldError[],
) {
  const spans = await deputiesOf(db, [viewer.person], now.toISOString().slice(0, 10));
  const reports = await countReports(db, viewer.person);
  const done = DONE[c.req.query('done') ?? ''];
  return deputiesPage({
    viewer,
    spans,
    reports,
    typed,
    errors,
    token,
    ...(done === undefined ? {} : { done }),
  });
}

async function send(sent: Sent<Schema>, baseUrl: string): Promise<Answer> {
  const { db, form, viewer, now } = sent;
  const typed = {
    deputy: form.text('deputy'),
    firstDay: form.text('firstDay'),
    lastDay: form.text('lastDay'),
  };
  const reports = await countReports(db, viewer.person);
  if (reports === 0) throw nothingHere();
  const read = await readSpan(sent, typed);
  if ('errors' in read) return { page: await formPage(sent, typed, read.errors), status: 422 };
  const { deputy, span } = read;
  if (!isChecked(form)) return { page: check(sent, deputy, span, reports, typed) };
  await nameDeputy(db, { person: viewer.person, now }, span);
  await tell(sent, deputy, span, baseUrl);
  return { redirect: `${DEPUTIES}?done=named` };
}

async function readSpan(
  { db, viewer, now }: Sent<Schema>,
  typed: DeputyTyped,
): Promise<{ deputy: NamedPerson; span: DeputySpan } | { errors: FieldError[] }> {
  const errors: FieldError[] = [];
  const meant = await personMeant(db, typed.deputy);
  if ('problem' in meant) errors.push({ field: 'deputy', message: meant.problem });
  const days = { firstDay: '', lastDay: '' };
  for (const key of ['firstDay', 'lastDay'] as const) {
    const read = readDay(typed[key]);
    if ('value' in read && read.value !== null) days[key] = read.value;
    else errors.push({ field: key, message: `Choose the ${key === 'firstDay' ? 'first' : 'last'} day` });
  }
  if ('problem' in meant || errors.length > 0) return { errors };
  const today = now.toISOString().slice(0, 10);
  const span = { deputy: meant.person.id, ...days };
  const named = (await deputiesOf(db, [viewer.person], today)).map((one) => ({
    deputy: one.deputy.id,
    firstDay: one.firstDay,
    lastDay: one.lastDay,
  }));
  const refusal = refusalOfDeputy(viewer.person, span, named, today);
  return refusal === undefined ? { deputy: meant.person, span } : { errors: [REFUSALS[refusal]] };
}

const REFUSALS: Record<DeputyRefusal, FieldError> = {
  oneself: { field: 'deputy', message: 'Choose somebody else: nobody stands in for themselves' },
  'ends before it begins': { field: 'lastDay', message: 'Choose a last day that is not before the first' },
  'over already': { field: 'lastDay', message: 'Choose a last day that has not passed' },
  'longer than a year': { field: 'lastDay', message: 'Choose a last day within a year of the first' },
  'named already': {
    field: 'deputy',
    message: 'They stand in for you on some of these days already: end that span first, or choose other days',
  },
};

function check(
  { viewer, token }: Sent<Schema>,
  deputy: NamedPerson,
  { firstDay, lastDay }: DeputySpan,
  reports: number,
  typed: DeputyTyped,
) {
  return checkPage({
    heading: `${deputy.name} stands in for you`,
    section: 'you',
    left: <YouSide current={DEPUTIES} viewer={viewer} />,
    action: DEPUTIES,
    fields: { ...typed, deputy: asTyped(deputy) },
    token,
    confirm: 'Name this deputy',
    back: DEPUTIES,
    children: (
      <>
        <p>
          From <DateInWords date={firstDay} /> to <DateInWords date={lastDay} />, both days included,{' '}
          <Phrase text={deputy.name} /> reads what {counted(reports, 'person shares', 'people share')} with
          you as their manager, and may set levels.
        </p>
        <p>
          They are told by mail. Whoever reports to you sees it on their own page. You can end it at any time.
        </p>
      </>
    ),
  });
}

async function tell(
  { db, viewer, now }: Sent<Schema>,
  deputy: NamedPerson,
  { firstDay, lastDay }: DeputySpan,
  baseUrl: string,
): Promise<void> {
  if (deputy.email === null) return;
  await handOverMail(db, {
    person: deputy.id,
    address: deputy.email,
    kind: 'deputy',
    subject: `You stand in for ${viewer.name}`,
    body: [
      `${viewer.name} named you as deputy from ${dayInWords(firstDay)} to ${dayInWords(lastDay)}, both days included.`,
      'In those days you read what their reports share with their manager. Each of them sees that it is you, and can see what you opened.',
      `Who reports to them:\n${baseUrl}/people/line?at=${viewer.person}`,
    ].join('\n\n'),
    now,
  });
}
