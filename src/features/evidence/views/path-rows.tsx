import type { ComponentChildren } from 'preact';
import type { Level } from '../../../domain/framework.ts';
import { Phrase } from '../../../web/text.tsx';
import { levelAddress, type SheetCell } from '../../framework/index.ts';
import type { PathRow } from '../path-rows.ts';
import type { Stones } from '../queries/stones.ts';
import type { OnTheLadder } from '../where-you-are.ts';
import { MY_PATH } from './addresses.ts';
import { PathCell } from './path-cell.tsx';

interface Props {
  where: OnTheLadder;
  rows: readonly PathRow[];
  stones: ReadonlyMap<string, Stones>;
}

/** The own level and the next one, row by row, so that what belongs together lies side by side. */
export function PathRows({ where, rows, stones }: Props) {
  const { own, next } = where;
  return (
    <section class={`ladder${next === undefined ? ' top' : ''}`} aria-label="Your level and the next">
      <div class="ladder-head">
        <LevelHead where={where} level={own}>
          The level you hold
        </LevelHead>
        {next !== undefined ? (
          <LevelHead where={where} level={next}>
            <NextLevels where={where} />
          </LevelHead>
        ) : (
          <p class="quiet">
            No level of <Phrase text={where.edition.framework.name} /> comes after this one.
          </p>
        )}
      </div>
      {rows.length === 0 && <p class="quiet">The framework says nothing about these levels yet.</p>}
      {rows.map((row) => (
        <div key={row.key} class="ladder-row">
          {row.theme !== undefined && (
            <p class="ladder-theme">
              <Phrase text={row.theme} />
            </p>
          )}
          <div class="ladder-side">
            <Side where={where} cells={row.own} stones={stones} absent={own} expected={next === undefined} />
          </div>
          {next !== undefined && (
            <details class="ladder-side ladder-next">
              <summary>
                At <Phrase text={next.name} />
              </summary>
              <Side where={where} cells={row.next} stones={stones} absent={next} at={next} expected />
            </details>
          )}
        </div>
      ))}
    </section>
  );
}

function LevelHead(props: { where: OnTheLadder; level: Level; children: ComponentChildren }) {
  const { where, level, children } = props;
  return (
    <div>
      <h2>
        <a href={levelAddress(where.edition.framework.id, where.edition.version, level.id)}>
          <Phrase text={level.name} />
        </a>
      </h2>
      <div class="quiet">{children}</div>
    </div>
  );
}

/** Where the ladder branches, the way to see another next level. */
function NextLevels({ where: { next, nexts } }: { where: OnTheLadder }) {
  if (nexts.length < 2) return <>What changes at the next level</>;
  return (
    <nav aria-label="Next levels">
      The ladder branches:{' '}
      {nexts.map(({ id, name }, index) => (
        <span key={id}>
          {index > 0 && ', '}
          {id === next?.id ? (
            <strong>
              <Phrase text={name} />
            </strong>
          ) : (
            <a href={`${MY_PATH}?next=${encodeURIComponent(id)}`}>
              <Phrase text={name} />
            </a>
          )}
        </span>
      ))}
    </nav>
  );
}

function Side(props: {
  where: OnTheLadder;
  cells: readonly SheetCell[];
  stones: ReadonlyMap<string, Stones>;
  absent: Level;
  /** The next level, where that is what stands here. */
  at?: Level;
  /** Whether what is expected stands under each name. */
  expected: boolean;
}) {
  const { where, cells, stones, absent, at, expected } = props;
  if (cells.length === 0) {
    return (
      <p class="quiet not-asked">
        Not asked for at <Phrase text={absent.name} />.
      </p>
    );
  }
  return (
    <>
      {cells.map((cell) => (
        <PathCell
          key={cell.anchor}
          where={where}
          cell={cell}
          stones={stones.get(cell.expectation.id)}
          at={at}
          expected={expected}
        />
      ))}
    </>
  );
}
