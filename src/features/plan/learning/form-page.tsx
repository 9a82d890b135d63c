import { LEARNING_KINDS, type LearningWords } from '../../../domain/learning.ts';
import { Choices, type FieldError, SelectField, TextArea, TextField, Token } from '../../../web/form.tsx';
import type { Page } from '../../../web/page.ts';
import type { TieChoices } from '../ties/choices.ts';
import { TiesField } from '../ties/ties-field.tsx';
import { LEARNING, learningAddress } from '../views/addresses.ts';
import { planPage } from '../views/shell.tsx';

export interface LearningForm extends LearningWords {
  /** Values of the ties that are chosen. */
  ties: readonly string[];
}

/** @param id of what is changed; absent for a new one */
export function learningFormPage(props: {
  id?: string;
  form: LearningForm;
  choices: readonly TieChoices[];
  token: string;
  errors: readonly FieldError[];
}): Page {
  const { id, form, choices, token, errors } = props;
  const heading = id === undefined ? 'Something to learn, or learnt' : 'Change what you wrote';
  return planPage({
    title: heading,
    current: LEARNING,
    errors,
    main: (
      <form
        class="plan-form"
        method="post"
        action={id === undefined ? LEARNING : learningAddress(id, 'wordings')}
      >
        <Token token={token} />
        <h1>{heading}</h1>
        <TextArea
          id="text"
          name="text"
          label="What is it?"
          hint="For example: shadowed the network team through a firewall change."
          value={form.text}
          errors={errors}
          rows={3}
        />
        <Choices
          id="state"
          name="state"
          label="Is it to come, or has it happened?"
          value={form.state}
          errors={errors}
          options={[
            { value: 'wanted', label: 'I want to learn it' },
            { value: 'learnt', label: 'I have learnt it' },
          ]}
        />
        <TextField
          id="day"
          name="day"
          type="date"
          label="When?"
          hint="By when you want it, which may stay open; or the day you learnt it, which is today if you leave it empty."
          value={form.day}
          errors={errors}
        />
        <SelectField
          id="kind"
          name="kind"
          label="What kind is it? (optional)"
          none="Not said"
          groups={[{ label: 'Kinds', options: LEARNING_KINDS.map((kind) => ({ value: kind, label: kind })) }]}
          value={form.kind}
          errors={errors}
        />
        <TiesField legend="Tie it to what is expected" choices={choices} chosen={form.ties} />
        <div class="buttons">
          <button type="submit" class="button">
            Save
          </button>
          {id === undefined && <p class="quiet">Only you can read it until you share it.</p>}
        </div>
      </form>
    ),
  });
}
