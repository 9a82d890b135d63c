import { ErrorSummary, type FieldError } from '../../../web/form.tsx';
import type { Page } from '../../../web/page.ts';
import { Phrase } from '../../../web/text.tsx';
import { type Colleague, FindColleague } from '../../evidence/index.ts';
import type { Talk } from '../talk.ts';
import { BackToTalk } from '../views/talk-head.tsx';
import { newFeedbackAddress } from './addresses.ts';

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
        <FindColleague
          action={newFeedbackAddress(talk.id)}
          leadsTo={(id) => newFeedbackAddress(talk.id, id)}
          typed={typed}
          found={found}
          errors={errors}
        />
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
