import { Phrase } from '../../../web/text.tsx';
import type { Row } from '../rows.ts';

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
