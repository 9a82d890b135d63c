import { policyInForce } from '../../../domain/policy.ts';
import {
  CheckboxField,
  Choices,
  ErrorSummary,
  type FieldError,
  SelectField,
  Token,
} from '../../../web/form.tsx';
import type { Page } from '../../../web/page.ts';
import { Phrase } from '../../../web/text.tsx';
import { CONVERSATIONS, startAddress } from '../addresses.ts';
import type { Partner } from '../queries/find-partners.ts';
import type { Row } from '../rows.ts';
import { DateFields } from '../views/date-fields.tsx';
import type { DateText } from './date-form.ts';
import { type About, aboutValue, type LevelGroup } from './offered-levels.ts';

export interface NewForm {
  /** `all`, or `some` of them. */
  which: string;
  /** Ids of the expectations that were chosen. */
  chosen: readonly string[];
  date: DateText;
}

export interface NewProps {
  partner: Partner;
  /** Id of the viewer. */
  viewer: string;
  /** Absent where the person holds no level and none was chosen. */
  about?: About | undefined;
  levels: readonly LevelGroup[];
  rows: readonly Row[];
  form: NewForm;
  timeZone: string;
  token: string;
  errors: readonly FieldError[];
}

/** Begins a conversation: about which level, about how much of it, and when. */
export function newPage(props: NewProps): Page {
  const { partner, viewer, about, errors } = props;
  const own = partner.person.id === viewer;
  const other = own ? partner.manager : partner.person;
  return {
    title: `${errors.length > 0 ? 'Error: ' : ''}Begin a conversation`,
    section: 'conversations',
    draft: true,
    main: (
      <>
        <ErrorSummary errors={errors} />
        <h1>Begin a conversation</h1>
        <p class="lede">
          With <Phrase text={other.name} />
          {own ? ', your line manager' : ''}
          {partner.inPlaceOf !== undefined && (
            <>
              , in place of <Phrase text={partner.inPlaceOf.name} />
            </>
          )}
          .
        </p>
        <LevelChoice {...props} other={other.id} />
        {about !== undefined && <StartForm {...props} about={about} other={other} />}
      </>
    ),
  };
}

/** A form of its own: what is talked about decides what the rest offers. */
function LevelChoice({ about, levels, other }: NewProps & { other: string }) {
  const chosen = about && aboutValue(about.edition.framework.id, about.level.id);
  return (
    <form class="level-choice" action={`${CONVERSATIONS}/new`}>
      <input type="hidden" name="with" value={other} />
      <SelectField
        id="about"
        name="about"
        label="About which level or role"
        hint="The level held, the next one, or any other. Moving sideways is a way on, too."
        none="Choose a level"
        value={chosen ?? ''}
        groups={levels}
      />
      <div class="buttons">
        <button type="submit" class="button second">
          {about === undefined ? 'Go on' : 'Show what it asks for'}
        </button>
      </div>
    </form>
  );
}

function StartForm(props: NewProps & { about: About; other: { id: string; name: string } }) {
  const { about, rows, form, timeZone, token, errors, other } = props;
  const { framework, version } = about.edition;
  if (rows.length === 0) return <p>This level says nothing yet that could be talked about.</p>;
  return (
    <form method="post" action={CONVERSATIONS} class="part">
      <Token token={token} />
      <input type="hidden" name="with" value={other.id} />
      <input type="hidden" name="about" value={aboutValue(framework.id, about.level.id)} />
      <h2>
        <Phrase text={about.level.name} />
      </h2>
      <p class="quiet">
        In the words of <Phrase text={framework.name} /> {version}, for the whole of this conversation. A
        later release does not change it.
      </p>
      <Choices
        id="which"
        name="which"
        label="Which competencies"
        value={form.which}
        errors={errors}
        options={[
          { value: 'all', label: rows.length === 1 ? 'The one it has' : `All ${rows.length}` },
          { value: 'some', label: 'A chosen few' },
        ]}
      />
      <fieldset class="field few">
        <legend class="visually-hidden">The chosen few</legend>
        {rows.map(({ expectation, heading }) => (
          <CheckboxField
            key={expectation.id}
            id={`row-${expectation.id}`}
            name="row"
            value={expectation.id}
            label={<Phrase text={heading} />}
            checked={form.chosen.includes(expectation.id)}
          />
        ))}
      </fieldset>
      <p class="quiet">{EARLIER[policyInForce(framework).earlierLevels]}</p>
      <fieldset class="part">
        <legend>
          <h2>When</h2>
        </legend>
        <p class="hint">Leave the day empty to find a date later.</p>
        <DateFields typed={form.date} timeZone={timeZone} errors={errors} />
      </fieldset>
      <p class="part">
        <Phrase text={other.name} /> is told by mail, and so are you. Then each of you prepares apart, and
        neither reads the other’s view until both are submitted.
      </p>
      <div class="buttons">
        <button type="submit" class="button">
          Begin the conversation
        </button>
        <a href={startAddress()}>With somebody else</a>
      </div>
    </form>
  );
}

const EARLIER = {
  assumed:
    'What earlier levels ask for is assumed to be met. Either of you can raise single competencies of theirs, with a reason.',
  evidenced:
    'What earlier levels ask for of these competencies belongs to it as well, and is added by itself.',
  'not considered': 'Earlier levels are not considered.',
};
