import type { ProficiencyScale } from '../../../domain/framework.ts';
import { Phrase } from '../../../web/text.tsx';

/** The words for how deeply somebody knows something, and what the framework means by each. */
export function Scale({ scale }: { scale: ProficiencyScale }) {
  return (
    <>
      <p>
        {scale.ordered
          ? 'How deeply somebody knows something, the first step first.'
          : 'Words that the source uses. It does not say in which order they stand.'}
      </p>
      <dl class="scale">
        {scale.steps.map(({ id, name, definition }) => (
          <div key={id}>
            <dt>
              <Phrase text={name} />
            </dt>
            <dd dir="auto" class={definition === undefined ? 'quiet' : undefined}>
              {definition === undefined ? 'Not defined by the source.' : <Phrase text={definition} />}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
