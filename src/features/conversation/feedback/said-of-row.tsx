import { MarkdownText, Phrase } from '../../../web/text.tsx';

/** What one colleague said of a row. */
export interface SaidOfRow {
  name: string;
  /** Absent: they have not seen this. */
  text?: string | undefined;
}

/** What colleagues said of one row, each with their name. @param heading what the row is called */
export function FeedbackOfRow({ said, heading }: { said: readonly SaidOfRow[]; heading: string }) {
  if (said.length === 0) return null;
  return (
    <details class="fold">
      <summary>
        {said.length === 1 ? 'Feedback of 1 colleague' : `Feedback of ${said.length} colleagues`}
        <span class="visually-hidden">
          : <Phrase text={heading} />
        </span>
      </summary>
      <ul class="row-feedback">
        {said.map(({ name, text }, index) => (
          <li key={index}>
            <p class="quiet">
              <Phrase text={name} /> {text === undefined ? 'has not seen this.' : 'saw:'}
            </p>
            {text !== undefined && <MarkdownText text={text} headingsFrom={4} />}
          </li>
        ))}
      </ul>
    </details>
  );
}
