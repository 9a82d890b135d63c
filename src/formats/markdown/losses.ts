import type { Framework } from '../../domain/framework.ts';
import type { Loss } from '../format.ts';

/** Characters that are shown as signs for them, and halves of characters. */
const UNSHOWN = /[^\P{Cc}\t\n\r\x7f-\x9f]|\p{Cs}/u;

/** What Markdown pages do not say. They are for reading and do not come back as a framework. */
export function markdownLosses(framework: Framework): Loss[] {
  const { id, lineage, proposals, accepted, notices, confirmed, expectations } = framework;
  const lose = (condition: boolean, what: string): Loss[] => (condition ? [{ entity: id, what }] : []);
  const decided = confirmed.rows.length + confirmed.policy.length > 0 || confirmed.scale !== undefined;
  return [
    ...lose(
      expectations.length > 0,
      'the ids of expectations and points: pages are for reading, and nothing reads them back',
    ),
    ...lose(framework.version !== undefined, 'the version'),
    ...lose(decided, 'who confirmed what, and when: pages show the result'),
    ...lose(proposals.length > 0, 'what the source proposes as policy'),
    ...lose(lineage.length > 0, 'how the previous release became this one'),
    ...lose(accepted.length > 0, 'the accepted findings'),
    ...lose(notices.length > 0, 'the notices at the head of the source'),
    ...orphans(framework),
    ...lose(UNSHOWN.test(everyText(framework)), 'control characters: signs stand for them'),
  ];
}

/** Expectations of a level or competency that is not there stand on no page. */
function orphans({ levels, themes, competencies, expectations }: Framework): Loss[] {
  const ids = (entities: readonly { id: string }[]) => new Set(entities.map((entity) => entity.id));
  const [levelIds, themeIds] = [ids(levels), ids(themes)];
  const rowIds = ids(competencies.filter(({ theme }) => themeIds.has(theme)));
  return expectations
    .filter(({ level, competency }) => !levelIds.has(level) || !rowIds.has(competency))
    .map((cell) => ({
      entity: cell.id,
      what: `an expectation of "${cell.competency}" at "${cell.level}", which are not both there`,
    }));
}

function everyText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return '';
  return Object.values(value).map(everyText).join(' ');
}
