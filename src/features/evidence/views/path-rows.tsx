import { titleOf } from '../../../domain/evidence-title.ts';
import type { Level } from '../../../domain/framework.ts';
import { Phrase } from '../../../web/text.tsx';
import { expectationAddress, levelAddress, type SheetCell } from '../../framework/index.ts';
import { excerptOf } from '../excerpt.ts';
import type { PathRow } from '../path-rows.ts';
import type { Stones } from '../queries/stones.ts';
import type { OnTheLadder } from '../where-you-are.ts';
import { evidenceAddress, MY_PATH, speakingTo } from './addresses.ts';
import { Cairn, piecesInWords } from './cairn.tsx';

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
            <Side where={where} cells={row.own} stones={stones} absent={own} />
          </div>
          {next !== undefined && (
            <details class="ladder-side ladder-next">
              <summary>
                At <Phrase text={next.name} />
              </summary>
              <Side where={where} cells={row.next} stones={stones} absent={next} at={next} />
            </details>
          )}
        </div>
      ))}
    </section>
  );
}

function LevelHead(props: { where: OnTheLadder; level: Level; children: preact.ComponentChildren }) {
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
  /** The next level, whose text stands under each name. */
  at?: Level;
}) {
  const { where, cells, stones, absent, at } = props;
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
        <Cell key={cell.anchor} where={where} cell={cell} stones={stones.get(cell.expectation.id)} at={at} />
      ))}
    </>
  );
}

const ABSENCES = {
  'not assessed': 'Not assessed at this level.',
  'to do': 'Still to be written.',
  'not in use': 'Not in use at this level.',
} as const;

function Cell(props: {
  where: OnTheLadder;
  cell: SheetCell;
  stones: Stones | undefined;
  at: Level | undefined;
}) {
  const { where, cell, stones, at } = props;
  const { framework, version } = where.edition;
  const { expectation, heading } = cell;
  const address = expectationAddress(framework, version, expectation);
  const pieces = stones?.pieces ?? 0;
  if (expectation.state !== 'present') {
    return (
      <div class="cell none">
        <h3 dir="auto">
          <Phrase text={heading} />
        </h3>
        <p class="quiet">{ABSENCES[expectation.state]}</p>
      </div>
    );
  }
  return (
    <div class={`cell${pieces === 0 ? ' none' : ''}`}>
      <Cairn pieces={pieces} seed={expectation.id} />
      <div>
        <h3 dir="auto">
          <a href={address}>
            <Phrase text={heading} />
          </a>
          {at !== undefined && <span class="visually-hidden"> at {at.name}</span>}
        </h3>
        {at !== undefined && (
          <p class="expected" dir="auto">
            <Phrase text={excerptOf(framework, expectation)} />
          </p>
        )}
        {stones !== undefined && <Pieces stones={stones} framework={framework.id} />}
        {stones === undefined && at === undefined && (
          <p class="quiet">
            Nothing yet. <a href={address}>What counts here?</a>
          </p>
        )}
      </div>
    </div>
  );
}

/** "4 pieces: Ran the DNS incident; Payments review; 2 more". */
function Pieces({ stones, framework }: { stones: Stones; framework: string }) {
  const { pieces, newest, expectation } = stones;
  const all = speakingTo(framework, expectation);
  const more = pieces - newest.length;
  return (
    <p class="quiet pieces">
      <a href={all}>{piecesInWords(pieces)}</a>:{' '}
      {newest.map(({ id, text }, index) => (
        <span key={id}>
          {index > 0 && '; '}
          <a href={evidenceAddress(id)}>
            <Phrase text={titleOf(text)} />
          </a>
        </span>
      ))}
      {more > 0 && `; ${more.toLocaleString('en-GB')} more`}
    </p>
  );
}
