import { ErrorSummary, type FieldError, TextField } from '../../../web/form.tsx';
import type { Page } from '../../../web/page.ts';
import { Phrase } from '../../../web/text.tsx';
import { COLLEAGUES, type Colleague, whereabouts } from '../../evidence/index.ts';
import type { Talk } from '../talk.ts';
import { BackToTalk } from '../views/talk-head.tsx';
import { newFeedbackAddress } from './addresses.ts';

/** Id of the field of a name. */
export const NAME = '_name';

interface Props {
  talk: Talk;
  /** What was typed; empty before that. */
  typed: string;
  found: readonly Colleague[];
  errors?: readonly FieldError[];
}

/** Whom to ask: found by name among everybody. */
export function chooseColleaguePage({ talk, typed, found, errors = [] }: Props): Page {
  return {
    title: `${errors.length > 0 ? 'Error: ' : ''}Whom do you ask for feedback?`,
    draft: true,
    section: 'conversations',
    left: <WayBack talk={talk} />,
    main: (
      <>
        <ErrorSummary errors={errors} />
        <h1>Whom do you ask for feedback?</h1>
        <p class="lede">
          Somebody who works with <Phrase text={talk.person.name} />. You both see who was asked and what;
          what they say you both read once both views are revealed.
        </p>
        <form
          method="get"
          action={newFeedbackAddress(talk.id)}
          data-find-people={COLLEAGUES}
          data-leads-to={newFeedbackAddress(talk.id, '')}
        >
          <TextField
            id={NAME}
            name="q"
            type="search"
            label="Name of a colleague"
            value={typed}
            errors={errors}
            autocomplete="off"
            maxlength={100}
          />
          <p class="buttons">
            <button type="submit" class="button second">
              Find
            </button>
          </p>
        </form>
        <div id="_people" aria-live="polite">
          <Found talk={talk} typed={typed} found={found} />
        </div>
      </>
    ),
    scripts: ['find-people'],
  };
}

export function WayBack({ talk }: { talk: Talk }) {
  return (
    <nav class="left" aria-label="The conversation">
      <BackToTalk talk={talk} />
    </nav>
  );
}

function Found({ talk, typed, found }: Props) {
  if (typed.trim() === '') return null;
  if (found.length === 0) {
    return (
      <p>
        Nobody here is called “<Phrase text={typed} />
        ”. Try a part of the name.
      </p>
    );
  }
  return (
    <ul class="documents">
      {found.map((colleague) => (
        <li key={colleague.id}>
          <a href={newFeedbackAddress(talk.id, colleague.id)}>
            <Phrase text={colleague.name} />
          </a>
          <span class="quiet"> {whereabouts(colleague)}</span>
        </li>
      ))}
    </ul>
  );
}
