import { type FieldError, TextField, Token } from '../../../web/form.tsx';
import { MomentInWords } from '../../../web/moment.tsx';
import type { Page } from '../../../web/page.ts';
import type { Viewer } from '../../../web/session.ts';
import { Phrase } from '../../../web/text.tsx';
import type { PlannedTalk } from '../contributions.ts';
import { TALKS, TEAM } from '../views/addresses.ts';
import { checkPage } from '../views/check-page.tsx';
import { planPage } from '../views/shell.tsx';
import type { Report } from './queries.ts';
import { TeamSide } from './side.tsx';

/** When a talk with a report is to be, as the form holds it. Both empty: none. */
export interface WantedTalk {
  day: string;
  time: string;
}

interface Props {
  viewer: Viewer;
  timeZone: string | null;
  token: string;
}

/** A day and a time for everybody with whom no talk is planned. */
export function schedulePage(
  props: Props & {
    reports: readonly Report[];
    wanted: ReadonlyMap<string, WantedTalk>;
    errors: readonly FieldError[];
  },
): Page {
  const { viewer, timeZone, token, reports, wanted, errors } = props;
  const open = reports.filter(({ talk }) => talk === null);
  return planPage({
    title: 'Plan talks',
    section: 'team',
    left: <TeamSide viewer={viewer} current={TEAM} />,
    errors,
    main: (
      <>
        <h1>Plan talks</h1>
        <p class="lede">
          Days are proposed by the rhythm of your organisation, at least a week ahead, so that both sides can
          prepare. Change them, or empty a day to leave somebody out. Times are{' '}
          {timeZone === null ? 'UTC' : `those of ${timeZone}`}.
        </p>
        {open.length === 0 ? (
          <p>
            A talk is planned with everybody. <a href={TEAM}>Back to your reports</a>
          </p>
        ) : (
          <form class="plan-form" method="post" action={TALKS}>
            <Token token={token} />
            {open.map((report) => (
              <One key={report.id} report={report} wanted={wanted.get(report.id)} errors={errors} />
            ))}
            <div class="buttons">
              <button type="submit" class="button">
                Check the days
              </button>
            </div>
          </form>
        )}
        <Planned reports={reports} timeZone={timeZone} />
      </>
    ),
  });
}

function One(props: { report: Report; wanted: WantedTalk | undefined; errors: readonly FieldError[] }) {
  const { report, wanted, errors } = props;
  const { id, name } = report;
  return (
    <fieldset class="field plan-talk">
      <legend>
        <Phrase text={name} />
      </legend>
      <TextField
        id={`day-${id}`}
        name={`day-${id}`}
        type="date"
        label="Day"
        value={wanted?.day ?? ''}
        errors={errors}
      />
      <TextField
        id={`time-${id}`}
        name={`time-${id}`}
        label="Time"
        value={wanted?.time ?? ''}
        errors={errors}
        maxlength={5}
      />
    </fieldset>
  );
}

function Planned({ reports, timeZone }: { reports: readonly Report[]; timeZone: string | null }) {
  const planned = reports.flatMap(({ id, name, talk }) => (talk === null ? [] : [{ id, name, talk }]));
  if (planned.length === 0) return null;
  return (
    <section class="part" aria-labelledby="_planned">
      <h2 id="_planned">Planned already ({planned.length})</h2>
      <ul class="plan-history">
        {planned.map(({ id, name, talk }) => (
          <li key={id}>
            <Phrase text={name} />
            {talk.startsAt === null ? (
              ', without a date'
            ) : (
              <>
                , <MomentInWords at={new Date(talk.startsAt)} timeZone={timeZone} />
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Whom the talks are with and when, before anybody is told. */
export function scheduleCheckPage(
  props: Props & { talks: readonly (PlannedTalk & { name: string } & WantedTalk)[] },
): Page {
  const { viewer, timeZone, token, talks } = props;
  return checkPage({
    heading: talks.length === 1 ? 'Plan this talk?' : `Plan these ${talks.length} talks?`,
    children: (
      <>
        <ul class="plan-history">
          {talks.map(({ person, name, at }) => (
            <li key={person}>
              <Phrase text={name} />, <MomentInWords at={at} timeZone={timeZone} />
            </li>
          ))}
        </ul>
        <p>
          Each of them finds the talk and its date, and begins to prepare. Dates can be changed afterwards.
        </p>
      </>
    ),
    action: TALKS,
    fields: {
      checked: 'yes',
      ...Object.fromEntries(
        talks.flatMap(({ person, day, time }) => [
          [`day-${person}`, day],
          [`time-${person}`, time],
        ]),
      ),
    },
    token,
    confirm: talks.length === 1 ? 'Plan it' : 'Plan them',
    back: TALKS,
    keep: 'Back, and plan nothing',
    shell: { section: 'team', left: <TeamSide viewer={viewer} current={TEAM} /> },
  });
}
