import { Phrase } from '../../../web/text.tsx';
import type { TieChoices } from './choices.ts';

/** Which expectations something is tied to: none, one or several. */
export function TiesField(props: {
  legend: string;
  choices: readonly TieChoices[];
  chosen: readonly string[];
}) {
  const { legend, choices, chosen } = props;
  if (choices.length === 0) return null;
  return (
    <details class="fold ties" open={chosen.length > 0}>
      <summary>{legend}</summary>
      {choices.map(({ level, options }) => (
        <fieldset key={level} class="field">
          <legend>
            <Phrase text={level} />
          </legend>
          {options.map(({ value, label }) => (
            <label key={value} class="choice">
              <input type="checkbox" name="tie" value={value} checked={chosen.includes(value)} />{' '}
              <Phrase text={label} />
            </label>
          ))}
        </fieldset>
      ))}
    </details>
  );
}
