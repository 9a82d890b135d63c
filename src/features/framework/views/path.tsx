import type { Level } from '../../../domain/framework.ts';
import { earlierLevels } from '../../../domain/ladder.ts';
import { Phrase } from '../../../web/text.tsx';
import { levelAddress } from './addresses.ts';
import { LevelNotes, Names } from './level-notes.tsx';
import { drawPath, type PathRow } from './path-lanes.ts';
import type { Place } from './place.ts';

/** A ladder longer than this shows only its ends and the levels around where one is. */
const LONGEST_WHOLE_PATH = 30;

/** A ladder longer than this is a list of names, without stones and notes. */
const LONGEST_DRAWN_PATH = 100;

/** The ladder beside a level's page: where I am, what lies before and ahead. */
export function CompactPath({ place, here }: { place: Place; here: Level }) {
  const { levels } = place.edition.framework;
  const parts = levels.length > LONGEST_WHOLE_PATH ? aroundHere(levels, here) : [levels];
  const earlier = new Set(earlierLevels(levels, here.id).map(({ id }) => id));
  return (
    <div class="path compact" data-path>
      {parts.map((part, index) => (
        <>
          {index > 0 && (
            <p key={`gap-${part[0]?.id}`} class="path-gap">
              {between(levels, parts[index - 1], part)} more
            </p>
          )}
          <PathList key={part[0]?.id} levels={part}>
            {({ level }) => {
              const state = level.id === here.id ? 'here' : earlier.has(level.id) ? 'passed' : 'ahead';
              return <LevelLink place={place} level={level} state={state} />;
            }}
          </PathList>
        </>
      ))}
    </div>
  );
}

/** The whole ladder on a framework's page, each level with how it is reached and where it leads. */
export function FullPath({ place }: { place: Place }) {
  const { levels } = place.edition.framework;
  if (levels.length > LONGEST_DRAWN_PATH) return <PlainLadder place={place} />;
  const names = new Map(levels.map(({ id, name }) => [id, name]));
  return (
    <div class="path full" data-path>
      <PathList levels={levels}>
        {({ level }, index) => (
          <>
            <LevelLink place={place} level={level} />
            {level.summary !== undefined && (
              <p dir="auto">
                <Phrase text={inShort(level.summary)} />
              </p>
            )}
            <PathNotes level={level} names={names} following={levels[index + 1]} />
          </>
        )}
      </PathList>
    </div>
  );
}

/** The beginning of a summary, up to a list or an empty line. */
function inShort(summary: string): string {
  return summary.split(/\r?\n(?=\s*(?:[-*•]\s|\r?\n))/u)[0] ?? summary;
}

/** A ladder too long to draw: its names, in order. */
function PlainLadder({ place }: { place: Place }) {
  return (
    <ol class="level-links">
      {place.edition.framework.levels.map((level) => (
        <li key={level.id}>
          <LevelLink place={place} level={level} />
        </li>
      ))}
    </ol>
  );
}

function PathList(props: {
  levels: readonly Level[];
  children: (row: PathRow, index: number) => preact.JSX.Element;
}) {
  const { rows, lanes } = drawPath(props.levels);
  return (
    <ol class={`lanes-${lanes}`}>
      {rows.map((row, index) => (
        <li key={row.level.id}>
          <Rail row={row} />
          <div class="path-text">{props.children(row, index)}</div>
        </li>
      ))}
    </ol>
  );
}

/** The drawn part of a row. What it shows is said in words beside it. */
function Rail({ row }: { row: PathRow }) {
  return (
    <span class={`rail at-${row.lane}`} aria-hidden="true">
      {row.lines.map(({ kind, lane }) => (
        <span key={`${kind}-${lane}`} class={`line ${kind} to-${lane}`} />
      ))}
      <span class="stone" />
    </span>
  );
}

function LevelLink(props: { place: Place; level: Level; state?: 'passed' | 'here' | 'ahead' }) {
  const { place, level, state } = props;
  const { id } = place.edition.framework;
  return (
    <a
      class={state}
      href={levelAddress(id, place.version, level.id)}
      aria-current={state === 'here' ? 'page' : undefined}
    >
      <Phrase text={level.name} />
    </a>
  );
}

/** The level's track, and where it leads where that is not simply the level below it. */
function PathNotes(props: {
  level: Level;
  names: ReadonlyMap<string, string>;
  following: Level | undefined;
}) {
  const { level, names, following } = props;
  const next = level.next.flatMap((id) => names.get(id) ?? []);
  const simple = level.next.length === 1 && level.next[0] === following?.id;
  const more = [
    ...(level.track === undefined || level.name.includes(level.track)
      ? []
      : [<Names key="track" before="Track:" names={[level.track]} between="" />]),
    ...(simple || next.length === 0
      ? []
      : [<Names key="next" before="Leads to" names={next} between=" or " />]),
  ];
  return <LevelNotes level={level} more={more} />;
}

/** The first level, the last one, and those around `here`, as runs without a hole. */
function aroundHere(levels: readonly Level[], here: Level): Level[][] {
  const at = levels.indexOf(here);
  const shown = levels
    .map((_, index) => index)
    .filter((index) => index === 0 || index === levels.length - 1 || Math.abs(index - at) <= 2);
  const runs: Level[][] = [];
  for (const [order, index] of shown.entries()) {
    const level = levels[index];
    if (level === undefined) continue;
    if (order > 0 && shown[order - 1] === index - 1) runs.at(-1)?.push(level);
    else runs.push([level]);
  }
  return runs;
}

function between(
  levels: readonly Level[],
  before: readonly Level[] | undefined,
  after: readonly Level[],
): number {
  const from = before?.at(-1);
  const to = after[0];
  return from && to ? levels.indexOf(to) - levels.indexOf(from) - 1 : 0;
}
