import type { ComponentChildren } from 'preact';
import { Phrase } from '../../../web/text.tsx';

export interface ContentsEntry {
  id: string;
  heading: string;
}

/** Headings up to this many characters follow one another in a line where the page is narrow. */
const SHORT = 30;

/** The headings of the page that is open, as a way to them. */
export function Contents({
  entries,
  children,
}: {
  entries: readonly ContentsEntry[];
  children?: ComponentChildren;
}) {
  return (
    <nav class="left" aria-label="On this page">
      {children}
      <ol class={`contents${entries.every(({ heading }) => heading.length <= SHORT) ? ' short' : ''}`}>
        {entries.map(({ id, heading }) => (
          <li key={id}>
            <a href={`#${encodeURIComponent(id)}`}>
              <Phrase text={heading} />
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** The way back to the framework that a document belongs to. */
export function BackLink({ href, text }: { href: string; text: string }) {
  return (
    <p class="left-title">
      <a href={href}>
        <Phrase text={text} />
      </a>
    </p>
  );
}
