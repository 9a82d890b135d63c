/** Talks with all reports at once: proposed by the rhythm, checked, and planned by the feature that holds talks. */
import type { Schema } from '../../../db/schema.ts';
import { proposeTalks } from '../../../domain/cadence.ts';
import { addDays, instantIn } from '../../../domain/calendar.ts';
import { isDay } from '../../../domain/days.ts';
import type { Problem } from '../../../domain/plan.ts';
import type { Answer } from '../../../web/answer-with.ts';
import type { Doors, Sent } from '../../../web/doors.ts';
import type { ScheduleTalks } from '../contributions.ts';
import { TALKS, TEAM } from '../views/addresses.ts';
import { afterwards } from '../views/done.ts';
import { ownSubject, type PlanVisit, type Subject } from '../visits.ts';
import { type Report, reportsOf } from './queries.ts';
import { scheduleCheckPage, schedulePage, type WantedTalk } from './schedule-page.tsx';

const MANAGERS = { may: 'manager', audit: 'own' } as const;

export function mountSchedule(doors: Doors<Schema>, scheduleTalks: ScheduleTalks): void {
  doors.get(TALKS, MANAGERS, async (visit) => {
    const own = await ownSubject(visit);
    const reports = await reportsOf(visit.db, own.today);
    const unplanned = reports
      .filter(({ talk }) => talk === null)
      .map(({ id, dueOn }) => ({ person: id, dueOn }));
    const proposed = proposeTalks(unplanned, own.today);
    return form(visit, own, reports, new Map(proposed.map((talk) => [talk.person, talk])), []);
  });
  doors.post(TALKS, MANAGERS, (sent) => plan(sent, scheduleTalks));
}

function form(
  { viewer, token }: PlanVisit,
  { timeZone }: Subject,
  reports: readonly Report[],
  wanted: ReadonlyMap<string, WantedTalk>,
  errors: readonly Problem[],
): Answer {
  const page = schedulePage({ viewer, timeZone, token, reports, wanted, errors });
  return errors.length > 0 ? { page, status: 422 } : { page };
}

async function plan(sent: Sent<Schema>, scheduleTalks: ScheduleTalks): Promise<Answer> {
  const { db, viewer, token, form: typed } = sent;
  const own = await ownSubject(sent);
  const reports = await reportsOf(db, own.today);
  // Whoever got a talk meanwhile needs no second one.
  const open = reports.filter(({ talk }) => talk === null);
  const wanted = open.map((report) => ({
    report,
    day: typed.text(`day-${report.id}`).trim(),
    time: typed.text(`time-${report.id}`).trim(),
  }));
  const chosen = wanted.filter(({ day }) => day !== '');
  const errors = chosen.flatMap((talk) => problemsOf(talk, own.today));
  const [first] = open;
  if (chosen.length === 0 && first !== undefined) {
    errors.push({ field: `day-${first.id}`, message: 'Choose a day for at least one talk' });
  }
  if (errors.length > 0 || first === undefined) {
    return form(sent, own, reports, new Map(wanted.map((talk) => [talk.report.id, talk])), errors);
  }
  const talks = chosen.map(({ report, day, time }) => ({
    person: report.id,
    name: report.name,
    day,
    time,
    at: instantIn(own.timeZone ?? undefined, day, time),
  }));
  if (typed.text('checked') !== 'yes') {
    return { page: scheduleCheckPage({ viewer, timeZone: own.timeZone, token, talks }) };
  }
  await scheduleTalks(
    db,
    viewer,
    talks.map(({ person, at }) => ({ person, at })),
  );
  return { redirect: afterwards(TEAM, 'scheduled') };
}

function problemsOf({ report, day, time }: WantedTalk & { report: Report }, today: string): Problem[] {
  const problems: Problem[] = [];
  const days = { field: `day-${report.id}`, of: `for ${report.name}` };
  if (!isDay(day)) {
    problems.push({ field: days.field, message: `Give the day ${days.of} as a date, such as 2026-03-12` });
  } else if (day < today || day > addDays(today, 366)) {
    problems.push({ field: days.field, message: `Choose a day ${days.of} within a year from today` });
  }
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) {
    problems.push({
      field: `time-${report.id}`,
      message: `Write the time ${days.of} as hours and minutes, such as 10:30`,
    });
  }
  return problems;
}
