import type { Edition } from '../catalogue.ts';

/** "1.2.0 beta": the version with its status as a word. Colour only repeats what the word says. */
export function StatusWord({ edition }: { edition: Pick<Edition, 'version' | 'status'> }) {
  return (
    <span class={`status status-${edition.status}`}>
      {edition.version === undefined ? '' : `${edition.version} `}
      {edition.status}
    </span>
  );
}
