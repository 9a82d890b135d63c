import type { PublishedEdition } from '../../../../domain/published.ts';
import {
  CheckboxField,
  Choices as ChoiceField,
  type FieldError,
  SelectField,
  TextField,
} from '../../../../web/form.tsx';
import { titleText } from '../../../../web/text.tsx';
import { type Choices, levelValue } from '../choices.ts';

export interface SettingsProps {
  choices: Choices;
  /** Headers of the file's other columns. */
  extra: readonly string[];
  /** The newest releases, whose levels can be chosen. */
  editions: readonly PublishedEdition[];
  errors: readonly FieldError[];
}

export const DAY = '_day';

/** What holds for the whole file. */
export function Settings({ choices, extra, editions, errors }: SettingsProps) {
  return (
    <details
      class="fold settings"
      open={choices.about === undefined || errors.some(({ field }) => field === DAY)}
    >
      <summary>How the file is read: its level, what is one piece, days, other columns</summary>
      <SelectField
        id="_about"
        name="about"
        label="Which level it is about"
        hint="Of rows that name a level of their own, that one counts."
        none="Several, or none of these"
        groups={editions.map(({ framework }) => ({
          label: titleText(framework.name),
          options: framework.levels.map(({ id, name }) => ({
            value: levelValue({ framework: framework.id, level: id }),
            label: titleText(name),
          })),
        }))}
        value={choices.about === undefined ? '' : levelValue(choices.about)}
      />
      <ChoiceField
        id="_split"
        name="split"
        label="A cell of several lines"
        value={choices.split}
        options={[
          { value: 'items', label: 'Each item of a list is a piece; other lines stay together' },
          { value: 'lines', label: 'Each line is a piece' },
          { value: 'cells', label: 'The whole cell is one piece' },
        ]}
      />
      <TextField
        id={DAY}
        name="day"
        type="date"
        label="The day of pieces that have none of their own"
        value={choices.day}
        errors={errors}
      />
      {extra.length > 0 && (
        <fieldset class="field">
          <legend>Other columns, kept as text below the evidence</legend>
          {extra.map((header, index) => (
            <CheckboxField
              key={header}
              id={`_keep-${index}`}
              name="keep"
              value={header}
              label={titleText(header)}
              checked={!choices.leftOut.has(header)}
            />
          ))}
        </fieldset>
      )}
      <p class="buttons">
        <button type="submit" class="button second" name="then" value="show">
          Read it so
        </button>
      </p>
    </details>
  );
}
