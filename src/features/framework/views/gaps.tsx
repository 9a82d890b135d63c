import type { Gap, Notice } from '../../../domain/framework.ts';
import { Phrase } from '../../../web/text.tsx';

/** Where the source is silent: named, never filled in. */
export function Gaps({ gaps }: { gaps: readonly Gap[] }) {
  return (
    <ul class="gaps">
      {gaps.map(({ id, explanation, quote }) => (
        <li key={id}>
          <p dir="auto">
            <Phrase text={explanation} />
          </p>
          {quote !== '' && (
            <blockquote dir="auto" class="quiet plain-text">
              <Phrase text={quote} />
            </blockquote>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Sentences that stood at the head of the source and belong to no competency. */
export function SourceNotices({ notices }: { notices: readonly Notice[] }) {
  const texts = new Map(notices.map((notice) => [notice.text, notice]));
  return (
    <ul class="gaps">
      {[...texts.values()].map(({ text, about }) => (
        <li key={text}>
          {about === 'other framework' && <p>About another framework:</p>}
          <blockquote dir="auto" class="quiet plain-text">
            <Phrase text={text} />
          </blockquote>
        </li>
      ))}
    </ul>
  );
}
