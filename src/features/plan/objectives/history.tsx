import { DateInWords } from '../../../web/date.tsx';
import { Whoever, Written } from '../views/words.tsx';
import type { Objective, ObjectiveSaid } from './queries.ts';
import type { ObjectiveShown } from './shown.ts';

/** Who said what of it and when, with the words that it had then. */
export function ObjectiveHistory({ shown: { objective, said, viewer } }: { shown: ObjectiveShown }) {
  return (
    <section class="part" aria-labelledby="_history">
      <h2 id="_history">What was said of it</h2>
      <ol class="plan-history">
        {said.map((one, index) => (
          <li key={index}>
            <DateInWords date={one.at.toISOString()} />: {one.state} by{' '}
            <Whoever person={one.by} viewer={viewer.person} />
            {one.why !== null && <Written text={one.why} />}
            {!isOfToday(one, objective) && <Earlier said={one} />}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Earlier({ said: { text, howKnown, until } }: { said: ObjectiveSaid }) {
  return (
    <details class="fold">
      <summary>What it said then</summary>
      <Written text={text} />
      {howKnown !== null && <Written text={howKnown} />}
      {until !== null && (
        <p>
          Until <DateInWords date={until} />
        </p>
      )}
    </details>
  );
}

function isOfToday(said: ObjectiveSaid, now: Objective): boolean {
  return said.text === now.text && said.howKnown === now.howKnown && said.until === now.until;
}
