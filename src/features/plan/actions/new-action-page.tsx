import { Choices, type FieldError, SelectField, TextArea, TextField, Token } from '../../../web/form.tsx';
import type { Page } from '../../../web/page.ts';
import type { Viewer } from '../../../web/session.ts';
import { Phrase } from '../../../web/text.tsx';
import type { TieChoices } from '../ties/choices.ts';
import { ACTIONS } from '../views/addresses.ts';
import { planPage } from '../views/shell.tsx';
import { subjectShell } from '../views/subject-shell.tsx';
import type { Subject } from '../visits.ts';

/** What the form of a new action holds. */
export interface ActionForm {
  text: string;
  /** Id of who does it. */
  owner: string;
  dueOn: string;
  /** Value of the tie; empty where it is tied to nothing. */
  tie: string;
}

export function newActionPage(props: {
  form: ActionForm;
  subject: Subject;
  viewer: Viewer;
  choices: readonly TieChoices[];
  token: string;
  errors: readonly FieldError[];
}): Page {
  const { form, subject, viewer, choices, token, errors } = props;
  return planPage({
    title: 'Write down an action',
    ...subjectShell(subject, viewer, ACTIONS),
    errors,
    main: (
      <form class="plan-form" method="post" action={ACTIONS}>
        <Token token={token} />
        <input type="hidden" name="for" value={subject.id} />
        <h1>Write down an action</h1>
        <p class="lede">
          {subject.side === 'person' ? (
            'For your own growth'
          ) : (
            <>
              For the growth of <Phrase text={subject.name} />
            </>
          )}
          . Both sides read and write it.
        </p>
        <TextArea
          id="text"
          name="text"
          label="What is to be done?"
          hint="For example: pair on the next certificate renewal and write down the two steps that are missing."
          value={form.text}
          errors={errors}
          rows={3}
        />
        <Choices
          id="owner"
          name="owner"
          label="Who does it?"
          value={form.owner}
          errors={errors}
          options={[subject, ...subject.managers].map(({ id, name }) => ({
            value: id,
            label: id === viewer.person ? 'You' : name,
          }))}
        />
        <TextField
          id="due-on"
          name="due-on"
          type="date"
          label="By when? (optional)"
          value={form.dueOn}
          errors={errors}
        />
        {choices.length > 0 && (
          <SelectField
            id="tie"
            name="tie"
            label="What is it about? (optional)"
            none="Nothing in particular"
            groups={choices.map(({ level, options }) => ({ label: level, options }))}
            value={form.tie}
            errors={errors}
          />
        )}
        <div class="buttons">
          <button type="submit" class="button">
            Write it down
          </button>
        </div>
      </form>
    ),
  });
}
