import type { Level } from '../../domain/framework.ts';
import { LEVEL_ROUTES } from '../../domain/framework.ts';
import { levelsInListedOrder } from '../../domain/ladder.ts';
import { type FindingList, where } from './findings.ts';
import { BULLETS, listItems } from './lists.ts';
import type { Register } from './register.ts';
import type { SideSheets } from './side-sheets.ts';

type Listed = Omit<Level, 'next' | 'track'>;

/** The levels with what their own sheet says of them. Without one, each leads to the next in the order of the rows. */
export function ladder(
  listed: readonly Listed[],
  { levels: rows, saysNext }: SideSheets,
  register: Register<Listed>,
  findings: FindingList,
): Level[] {
  const known = new Set(listed.map(({ id }) => id));
  const levels = new Map(
    (saysNext ? listed.map((level): Level => ({ ...level, next: [] })) : levelsInListedOrder(listed)).map(
      (level) => [level.id, level],
    ),
  );
  for (const { cells, row, sheet } of rows) {
    const level = levels.get(register.resolve(cells.levelId, cells.level)?.entity.id ?? '');
    if (level === undefined) continue;
    level.aliases = listItems(cells.aliases, BULLETS);
    if (cells.track !== undefined) level.track = cells.track;
    if (cells.summary !== undefined) level.summary = cells.summary;
    const place = { sheet, row };
    const route = LEVEL_ROUTES.find((one) => one === cells.route?.trim().toLowerCase());
    if (route !== undefined) level.route = route;
    else if (cells.route !== undefined) {
      findings.tell('route', place, {
        severity: 'warning',
        quote: cells.route,
        message: `${where(place)}: "${cells.route.slice(0, 60)}" is no route to a level, so it was left out.`,
        remedy: `Leave the cell empty, or write one of: ${LEVEL_ROUTES.join(', ')}.`,
      });
    }
    for (const item of listItems(cells.next, BULLETS)) {
      const next = known.has(item) ? item : listed.find(({ name }) => name === item)?.id;
      if (next !== undefined) level.next.push(next);
      else {
        findings.tell('next', place, {
          severity: 'warning',
          quote: item,
          message: `${where(place)}: the level leads to "${item.slice(0, 60)}", and there is no such level. It was left out.`,
          remedy: 'Write names of levels that stand in this sheet, one a line.',
        });
      }
    }
  }
  return [...levels.values()];
}
