import { policyInForce } from '../../../domain/policy.ts';
import { Phrase } from '../../../web/text.tsx';
import { levelAddress, levelSheet } from '../../framework/index.ts';
import type { Stones } from '../queries/stones.ts';
import type { OnTheLadder } from '../where-you-are.ts';
import { piecesInWords } from './cairn.tsx';

const RULES = {
  assumed: 'assumed to be met',
  evidenced: 'expected as well',
  'not considered': 'not considered',
} as const;

/** What the release says of levels before the own one: a line, folded, with what speaks to them. */
export function EarlierInShort(props: { where: OnTheLadder; stones: ReadonlyMap<string, Stones> }) {
  const { where, stones } = props;
  const { edition, earlier } = where;
  const { framework, version } = edition;
  const rule = policyInForce(framework).earlierLevels;
  if (earlier.length === 0 || rule === 'not considered') return null;
  return (
    <details class="fold earlier-in-short" open={rule === 'evidenced'}>
      <summary>Earlier levels: {RULES[rule]}</summary>
      <ul>
        {earlier.map((level) => {
          const cells = levelSheet(framework, level.id).sections.flatMap((section) => section.cells);
          const pieces = cells.reduce(
            (sum, { expectation }) => sum + (stones.get(expectation.id)?.pieces ?? 0),
            0,
          );
          return (
            <li key={level.id}>
              <a href={levelAddress(framework.id, version, level.id)}>
                <Phrase text={level.name} />
              </a>
              {pieces > 0 && <span class="quiet"> {piecesInWords(pieces)} tied to it</span>}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
