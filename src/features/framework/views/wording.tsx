import { Phrase } from '../../../web/text.tsx';
import type { Wording } from '../wording.ts';
import { ExpectationBody } from './expectation.tsx';
import { editionInWords } from './place.ts';

/** An expectation away from its own page: where it stands, and its text in its release. */
export function WordingBlock({ wording }: { wording: Wording }) {
  const { edition, level, expectation, competency, heading, address } = wording;
  return (
    <section class="wording" aria-label="The wording">
      <p class="quiet">
        <Phrase text={edition.framework.name} /> {editionInWords(edition)}:{' '}
        <a href={address}>
          <Phrase text={level.name} />, <Phrase text={heading} />
        </a>
        {competency !== undefined && competency.name !== heading && (
          <>
            {' '}
            (<Phrase text={competency.name} />)
          </>
        )}
      </p>
      <ExpectationBody expectation={expectation} framework={edition.framework} heading={2} />
    </section>
  );
}
