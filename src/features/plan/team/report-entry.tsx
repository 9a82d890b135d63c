import { DateInWords } from '../../../web/date.tsx';
import { MomentInWords } from '../../../web/moment.tsx';
import type { Viewer } from '../../../web/session.ts';
import { Phrase, titleText } from '../../../web/text.tsx';
import { actionAddress, notesAddress, planAddress } from '../views/addresses.ts';
import { counted, DueOn, firstLine } from '../views/words.tsx';
import type { NextTalk, Report } from './queries.ts';

interface Props {
  report: Report;
  viewer: Viewer;
  timeZone: string | null;
  today: string;
}

/** One report: the next talk first, then what waits. */
export function ReportEntry(props: Props) {
  const { report, viewer, today } = props;
  const { id, name, manager, overdue, promises, lastTalk } = report;
  return (
    <li class="plan-entry report">
      <div>
        <h2 class="report-name">
          <a href={planAddress(id)}>
            <Phrase text={name} />
          </a>
        </h2>
        {manager.id !== viewer.person && (
          <p class="quiet">
            Reports to <Phrase text={manager.name} />, for whom you stand in
          </p>
        )}
        <p>
          <Talk {...props} />
        </p>
        <p class="quiet">
          {lastTalk === null ? (
            'No talk yet'
          ) : (
            <>
              Last talk on <DateInWords date={lastTalk.toISOString()} />
            </>
          )}
          {overdue > 0 && (
            <>
              ; <span class="overdue">{counted(overdue, 'action is overdue', 'actions are overdue')}</span>
            </>
          )}
        </p>
        {promises.length > 0 && <Promises promises={promises} today={today} />}
      </div>
      <p class="report-links">
        <a href={planAddress(id)}>
          Plan<span class="visually-hidden"> of {titleText(name)}</span>
        </a>
        <a href={notesAddress(id)}>
          Your notes<span class="visually-hidden"> on {titleText(name)}</span>
        </a>
      </p>
    </li>
  );
}

function Talk({ report: { name, talk, dueOn }, timeZone, today }: Props) {
  if (talk === null) return <Due dueOn={dueOn} today={today} />;
  return (
    <>
      {talk.startsAt === null ? (
        'The next talk has no date yet. '
      ) : (
        <>
          Next talk on <MomentInWords at={new Date(talk.startsAt)} timeZone={timeZone} />.{' '}
        </>
      )}
      <Submitted talk={talk} name={name} />
    </>
  );
}

/** That a side has submitted, and never what. */
function Submitted({ talk: { submitted, revealed }, name }: { talk: NextTalk; name: string }) {
  if (revealed) return <>Both views are revealed; the record is not signed by both yet.</>;
  const [person, manager] = [submitted.includes('person'), submitted.includes('manager')];
  return (
    <>
      <Phrase text={name} /> {person ? 'has submitted their view' : 'has not submitted their view yet'};{' '}
      {manager ? 'yours is in' : 'yours is not in yet'}.
    </>
  );
}

function Due({ dueOn, today }: { dueOn: string | null; today: string }) {
  if (dueOn === null) return <>No talk is planned.</>;
  const late = dueOn < today;
  return (
    <>
      No talk is planned;{' '}
      <span class={late ? 'overdue' : undefined}>
        {late ? 'one was due by ' : 'one is due by '}
        <DateInWords date={dueOn} />
      </span>
      .
    </>
  );
}

/** What somebody on the manager's side promised, so that "no opportunity yet" harms nobody. */
function Promises({ promises, today }: Pick<Report, 'promises'> & { today: string }) {
  return (
    <ul class="report-promises">
      {promises.map(({ id, text, dueOn, mine }) => (
        <li key={id}>
          {mine ? 'You promised an opportunity: ' : 'An opportunity is promised: '}
          <a href={actionAddress(id)}>
            <Phrase text={firstLine(text)} />
          </a>
          , <DueOn dueOn={dueOn} overdue={dueOn !== null && dueOn < today} />
        </li>
      ))}
    </ul>
  );
}
