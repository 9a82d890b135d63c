import type { Expectation } from '../../../domain/framework.ts';
import type { RowView } from '../../../domain/view.ts';
import { MarkdownText } from '../../../web/text.tsx';
import { stanceInWords } from './outcomes.ts';

/** What one side says about an expectation: a stance, a note, and the points it answered singly. */
export function Said({ view, points }: { view: RowView; points: Expectation['points'] }) {
  const answered = points
    .map(({ id }, index) => ({ number: index + 1, answer: view.points[id] }))
    .filter(({ answer }) => answer !== undefined && (answer.stance !== undefined || answer.note !== ''));
  const byPoints = view.stance === undefined && answered.length > 0;
  return (
    <>
      <p class={view.stance === undefined ? 'left-open' : 'said'}>
        {byPoints ? 'By its points' : stanceInWords(view.stance)}
      </p>
      {view.note.trim() !== '' && <MarkdownText text={view.note} headingsFrom={4} />}
      {answered.length > 0 && (
        <ul class="point-answers">
          {answered.map(({ number, answer }) => (
            <li key={number}>
              <p>
                Point {number}: <strong>{stanceInWords(answer?.stance).toLowerCase()}</strong>
              </p>
              {(answer?.note ?? '').trim() !== '' && (
                <MarkdownText text={answer?.note ?? ''} headingsFrom={4} />
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
