import { Phrase } from '../../../web/text.tsx';
import type { SuggestedTie } from '../suggestions.ts';
import { TieChoice } from './tie-choices.tsx';

/** What the words of the note suggest, and which words do. Nothing is chosen until its owner chooses it. */
export function Suggestions(props: { suggested: readonly SuggestedTie[]; chosen: ReadonlySet<string> }) {
  const { suggested, chosen } = props;
  if (suggested.length === 0) return null;
  return (
    <fieldset class="tie-level suggested">
      <legend>Perhaps one of these?</legend>
      {suggested.map(({ value, competency, level, text, because }) => (
        <TieChoice
          key={value}
          value={value}
          chosen={chosen}
          name={`${competency}, ${level}`}
          text={text}
          note={<Because words={because} />}
        />
      ))}
    </fieldset>
  );
}

export function Because({ words }: { words: readonly string[] }) {
  if (words.length === 0) return null;
  return (
    <>
      because it says{' '}
      {words.map((word, index) => (
        <span key={word}>
          {index > 0 && (index === words.length - 1 ? ' and ' : ', ')}“<Phrase text={word} />”
        </span>
      ))}
    </>
  );
}
