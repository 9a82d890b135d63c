import type { ComponentChildren } from 'preact';

export interface Fact {
  term: string;
  /** Null where nothing is known, which is left out. */
  value: ComponentChildren | null;
}

/** What is known, term by term. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl class="facts">
      {facts
        .filter(({ value }) => value !== null)
        .map(({ term, value }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
