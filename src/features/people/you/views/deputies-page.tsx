import { DateInWords } from '../../../../web/date.tsx';
import { Done, ErrorSummary, type FieldError, TextField, Token } from '../../../../web/form.tsx';
import type { Page } from '../../../../web/page.ts';
import type { Viewer } from '../../../../web/session.ts';
import { Phrase } from '../../../../web/text.tsx';
import type { ShownDeputy } from '../../directory/person-queries.ts';
import { PersonLink } from '../../views/names.tsx';
import { PERSON_FIELD_SCRIPT, PersonField } from '../../views/person-field.tsx';
import { YouSide } from './you-side.tsx';

export const DEPUTIES = '/you/deputies';

export interface DeputyTyped {
  deputy: string;
  firstDay: string;
  lastDay: string;
}

export function deputiesPage(props: {
  viewer: Viewer;
  spans: readonly ShownDeputy[];
  /** How many people report to the viewer. */
  reports: number;
  typed: DeputyTyped;
  errors: readonly FieldError[];
  token: string;
  done?: string;
}): Page {
  const { viewer, spans, reports, errors, token, done } = props;
  return {
    title: `${errors.length > 0 ? 'Error: ' : ''}Your deputies`,
    draft: true,
    section: 'you',
    scripts: [PERSON_FIELD_SCRIPT],
    left: <YouSide current={DEPUTIES} viewer={viewer} />,
    main: (
      <>
        <ErrorSummary errors={errors} />
        {done !== undefined && <Done>{done}</Done>}
        <h1>Your deputies</h1>
        <p class="lede">
          A deputy reads what your reports share with you, for as long as they stand in for you. Your reports
          see who it is.
        </p>
        {spans.length === 0 ? <p>Nobody stands in for you.</p> : <Spans spans={spans} token={token} />}
        {reports === 0 ? (
          <p>Nobody reports to you, so there is nothing to stand in for.</p>
        ) : (
          <NameDeputy {...props} />
        )}
      </>
    ),
  };
}

function Spans({ spans, token }: { spans: readonly ShownDeputy[]; token: string }) {
  return (
    <ul class="decided">
      {spans.map(({ id, deputy, firstDay, lastDay }) => (
        <li key={id}>
          <div>
            <p class="row-name">
              <PersonLink person={deputy} />
            </p>
            <p class="quiet">
              From <DateInWords date={firstDay} /> to <DateInWords date={lastDay} />
            </p>
          </div>
          <form method="post" action={`${DEPUTIES}/${id}/end`}>
            <Token token={token} />
            <button type="submit" class="button small">
              End it now
              <span class="visually-hidden">
                : <Phrase text={deputy.name} />
              </span>
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
}

function NameDeputy(props: { typed: DeputyTyped; errors: readonly FieldError[]; token: string }) {
  const { typed, errors, token } = props;
  return (
    <section aria-labelledby="_name">
      <h2 id="_name">Name a deputy</h2>
      <form class="stacked" method="post" action={DEPUTIES}>
        <Token token={token} />
        <PersonField id="deputy" name="deputy" label="Who stands in" value={typed.deputy} errors={errors} />
        <TextField
          id="firstDay"
          name="firstDay"
          type="date"
          label="First day"
          value={typed.firstDay}
          errors={errors}
        />
        <TextField
          id="lastDay"
          name="lastDay"
          type="date"
          label="Last day"
          hint="It counts; afterwards they read nothing more. A year at most."
          value={typed.lastDay}
          errors={errors}
        />
        <p class="buttons">
          <button type="submit" class="button">
            Check
          </button>
        </p>
      </form>
    </section>
  );
}
