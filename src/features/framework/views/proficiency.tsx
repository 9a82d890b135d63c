import type { ProficiencyScale } from '../../../domain/framework.ts';
import { Phrase } from '../../../web/text.tsx';

/** The proficiency that an expectation asks for; its definition is one click away, without script. */
export function ProficiencyOf({ step, scale }: { step: string; scale: ProficiencyScale }) {
  const proficiency = scale.steps.find(({ id }) => id === step);
  if (proficiency?.definition === undefined) {
    return (
      <p class="proficiency">
        Proficiency: <Phrase text={proficiency?.name ?? step} />{' '}
        <span class="aside">(not defined by the source)</span>
      </p>
    );
  }
  return (
    <details class="proficiency">
      <summary>
        Proficiency:{' '}
        <span class="term">
          <Phrase text={proficiency.name} />
        </span>
      </summary>
      <p dir="auto">
        <Phrase text={proficiency.definition} />
      </p>
    </details>
  );
}
