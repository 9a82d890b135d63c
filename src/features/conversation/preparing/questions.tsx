import type { PublishedEdition } from '../../../domain/published.ts';
import { Phrase } from '../../../web/text.tsx';
import { policyInWords } from '../../framework/index.ts';
import type { Talk } from '../talk.ts';

/** What people ask while they prepare, answered by the policy of the release that the conversation is about. */
export function Questions({ talk, wording }: { talk: Talk; wording: PublishedEdition }) {
  const answers = new Map(policyInWords(wording.framework).map((rule) => [rule.key, rule]));
  return (
    <details class="fold questions">
      <summary>Questions people ask here</summary>
      <dl>
        {QUESTIONS.map(({ key, question }) => {
          const rule = answers.get(key);
          return (
            <div key={key}>
              <dt>{question}</dt>
              <dd>
                {rule?.quoted === undefined ? rule?.sentence : <Phrase text={rule.quoted} />}
                {rule?.silentDefault === true && (
                  <span class="quiet"> The framework does not say; this is what holds until it does.</span>
                )}
              </dd>
            </div>
          );
        })}
        <div>
          <dt>What happens to what I write?</dt>
          <dd>
            Only you can read it until both views are submitted. Then both are revealed, at once and by
            themselves. If this conversation ends before, it stays yours.
          </dd>
        </div>
      </dl>
      <p class="quiet">
        By the policy of <Phrase text={wording.framework.name} /> {talk.release}.
      </p>
    </details>
  );
}

const QUESTIONS = [
  { key: 'earlierLevels', question: 'Do I need evidence for earlier levels?' },
  { key: 'everyCompetencyRequired', question: 'Must everything be shown?' },
  { key: 'examples', question: 'Must it be what the examples say?' },
  { key: 'weighting', question: 'Does anything count for more?' },
] as const;
