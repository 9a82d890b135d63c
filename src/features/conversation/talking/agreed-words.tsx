import { Phrase } from '../../../web/text.tsx';
import { participant, type Talk } from '../talk.ts';
import { outcomeInWords } from '../views/outcomes.ts';
import type { TalkedAbout } from './talked-about.ts';

interface Props {
  talk: Talk;
  agreed: TalkedAbout['agreed'];
  /** What stands where somebody has given no reason. */
  unsaid?: string;
}

/** What a row of the record says: the outcome, a sentence, and both reasons where they see it differently. */
export function AgreedWords({ talk, agreed: { outcome, sentence, reasons }, unsaid = '' }: Props) {
  return (
    <>
      <p class={outcome === undefined ? 'left-open' : 'stance-said'}>{outcomeInWords(outcome)}</p>
      {sentence !== '' && (
        <p class="plain-text" dir="auto">
          {sentence}
        </p>
      )}
      {outcome === 'we see this differently' &&
        (['person', 'manager'] as const).map((side) => (
          <p key={side} class="plain-text">
            <Phrase text={participant(talk, side).name} />: <Phrase text={reasons[side] || unsaid} />
          </p>
        ))}
    </>
  );
}
