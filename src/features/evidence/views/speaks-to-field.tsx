import { Phrase } from '../../../web/text.tsx';

/** An expectation that a note can speak to, in words. */
export interface Speakable {
  /** As a form sends it. */
  value: string;
  competency: string;
  level: string;
}

/** More than this many are folded. */
const MOST_OPEN = 6;

/** The expectations that somebody came from, to be chosen by them. */
export function SpeaksToField(props: { speakable: readonly Speakable[]; chosen: readonly string[] }) {
  const { speakable, chosen } = props;
  if (speakable.length === 0) return null;
  const choices = (
    <fieldset class="field">
      <legend>It speaks to</legend>
      {speakable.map(({ value, competency, level }) => (
        <label key={value} class="choice">
          <input type="checkbox" name="speaks-to" value={value} checked={chosen.includes(value)} />{' '}
          <span>
            <Phrase text={competency} />, <Phrase text={level} />
          </span>
        </label>
      ))}
    </fieldset>
  );
  if (speakable.length <= MOST_OPEN) return choices;
  return (
    <details class="fold later">
      <summary>Say what it speaks to: now or later</summary>
      {choices}
    </details>
  );
}
