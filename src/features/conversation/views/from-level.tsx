import { Phrase } from '../../../web/text.tsx';
import type { Row } from '../rows.ts';

/** What a row is called in a list that has no room for more. @param level the id of the level that is talked about */
export function nameInList({ heading, level: own }: Pick<Row, 'heading' | 'level'>, level: string): string {
  return own.id === level ? heading : `${heading}, ${own.name}`;
}

/**
 * Which level a row is of, where that is not the level that is talked about. Without it two rows would have one name.
 *
 * @param level the id of the level that is talked about
 */
export function FromLevel({ row, level }: { row: Pick<Row, 'level'>; level: string }) {
  if (row.level.id === level) return null;
  return (
    <p class="quiet">
      From <Phrase text={row.level.name} />
    </p>
  );
}
