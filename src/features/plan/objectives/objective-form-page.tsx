import type { ComponentChildren } from 'preact';
import type { ObjectiveWords } from '../../../domain/plan.ts';
import { type FieldError, TextArea, TextField, Token } from '../../../web/form.tsx';
import type { Page } from '../../../web/page.ts';
import type { Viewer } from '../../../web/session.ts';
import { Phrase } from '../../../web/text.tsx';
import type { TieChoices } from '../ties/choices.ts';
import { TiedList } from '../ties/tied-list.tsx';
import type { TiedTo } from '../ties/tied-to.ts';
import { TiesField } from '../ties/ties-field.tsx';
import { OBJECTIVES, objectiveAddress } from '../views/addresses.ts';
import { planPage } from '../views/shell.tsx';
import { subjectShell } from '../views/subject-shell.tsx';
import { Written } from '../views/words.tsx';
import type { Subject } from '../visits.ts';
import type { Objective } from './queries.ts';

export interface ObjectiveForm extends ObjectiveWords {
  /** Values of the ties that are chosen. */
  ties: readonly string[];
}

interface Props {
  form: ObjectiveForm;
  subject: Subject;
  viewer: Viewer;
  choices: readonly TieChoices[];
  token: string;
  errors: readonly FieldError[];
}

/** @param tied what the address brought along, in its words */
export function newObjectivePage(props: Props & { tied: readonly TiedTo[] }): Page {
  const { subject, tied, errors } = props;
  return planPage({
    title: 'Propose an objective',
    ...subjectShell(subject, props.viewer, OBJECTIVES),
    errors,
    main: (
      <>
        <h1>Propose an objective</h1>
        <p class="lede">
          {subject.side === 'person' ? (
            'Something that you want to grow in. Your line manager reads it and can agree to it.'
          ) : (
            <>
              For <Phrase text={subject.name} />, who reads it and can agree to it.
            </>
          )}
        </p>
        {tied.length > 0 && <TiedList tied={tied} />}
        <Fields {...props} action={OBJECTIVES} button="Propose it">
          <input type="hidden" name="for" value={subject.id} />
        </Fields>
      </>
    ),
  });
}

/** @param others what it says now, where somebody changed it since the form was opened */
export function editObjectivePage(props: Props & { objective: Objective; others?: boolean }): Page {
  const { objective, subject, errors, others = false } = props;
  return planPage({
    title: 'Change the objective',
    ...subjectShell(subject, props.viewer, OBJECTIVES),
    errors,
    main: (
      <>
        <h1>Change the objective</h1>
        {objective.state === 'agreed' && (
          <p class="lede">It is agreed. Changing it proposes it anew; what was agreed is kept below it.</p>
        )}
        {others && (
          <section class="plan-conflict" aria-labelledby="_now">
            <h2 id="_now">What it says now</h2>
            <Written text={objective.text} />
          </section>
        )}
        <Fields {...props} action={objectiveAddress(objective.id, 'wordings')} button="Propose it so">
          <input type="hidden" name="seen" value={objective.serial} />
        </Fields>
      </>
    ),
  });
}

function Fields(props: Props & { action: string; button: string; children: ComponentChildren }) {
  const { form, choices, token, errors, action, button, children } = props;
  return (
    <form class="plan-form" method="post" action={action}>
      <Token token={token} />
      {children}
      <TextArea
        id="text"
        name="text"
        label="What is it?"
        hint="For example: lead a fault that several teams feel, from the first call to the close."
        value={form.text}
        errors={errors}
        rows={3}
      />
      <TextArea id="why" name="why" label="Why? (optional)" value={form.why} errors={errors} />
      <TextArea
        id="how-known"
        name="how-known"
        label="How shall you both know? (optional)"
        hint="What somebody would see that they cannot see today."
        value={form.howKnown}
        errors={errors}
      />
      <TextField
        id="until"
        name="until"
        type="date"
        label="Until when? (optional)"
        value={form.until}
        errors={errors}
      />
      <TiesField legend="Tie it to what is expected" choices={choices} chosen={form.ties} />
      <div class="buttons">
        <button type="submit" class="button">
          {button}
        </button>
      </div>
    </form>
  );
}
