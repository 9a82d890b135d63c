import { Phrase } from '../../../web/text.tsx';

/** An expectation that a note can speak to, in words. */
export interface Speakable {
  /** As a form sends it. */
  value: string;
  competency: string;
  level: string;
}

/** The expectations that somebody came from, to be chosen by them. What is not chosen yet is folded away. */
export function SpeaksToField(props: { speakable: readonly Speakable[]; chosen: readonly string[] }) {
  const { speakable, chosen } = props;
  const [first, rest] = [true, false].map((is) =>
    speakable.filter(({ value }) => chosen.includes(value) === is),
  );
  return (
    <>
      {first !== undefined && first.length > 0 && <Choices legend="It speaks to" speakable={first} checked />}
      {rest !== undefined && rest.length > 0 && (
        <details class="fold later">
          <summary>
            {first?.length === 0 ? 'Say what it speaks to: now or later' : 'It speaks to something else'}
          </summary>
          <Choices legend="It speaks to" speakable={rest} checked={false} />
        </details>
      )}
    </>
  );
}

function Choices(props: { legend: string; speakable: readonly Speakable[]; checked: boolean }) {
  const { legend, speakable, checked } = props;
  return (
    <fieldset class="field">
      <legend>{legend}</legend>
      {speakable.map(({ value, competency, level }) => (
        <label key={value} class="choice">
          <input type="checkbox" name="speaks-to" value={value} checked={checked} />{' '}
          <span>
            <Phrase text={competency} />, <Phrase text={level} />
          </span>
        </label>
      ))}
    </fieldset>
  );
}
