import type { Level } from '../../../domain/framework.ts';
import { earlierLevels } from '../../../domain/ladder.ts';
import { Phrase } from '../../../web/text.tsx';
import { levelAddress } from './addresses.ts';
import { drawPath, type PathRow } from './path-lanes.ts';
import type { Place } from './place.ts';

/** A ladder longer than this shows only its ends and the levels around where one is. */
const LONGEST_WHOLE_PATH = 30;

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
  const names = new Map(levels.map(({ id, name }) => [id, name]));
  return (
    <div class="path full" data-path>
      <PathList levels={levels}>
        {({ level }, index) => (
          <>
            <LevelLink place={place} level={level} />
            {level.summary !== undefined && (
              <p dir="auto">
                <Phrase text={level.summary} />
              </p>
            )}
            <LevelNotes level={level} names={names} following={levels[index + 1]} />
          </>
        )}
      </PathList>
    </div>
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

function LevelNotes(props: {
  level: Level;
  names: ReadonlyMap<string, string>;
  following: Level | undefined;
}) {
  const { level, names, following } = props;
  const next = level.next.flatMap((id) => names.get(id) ?? []);
  const simple = level.next.length === 1 && level.next[0] === following?.id;
  const notes = [
    level.track !== undefined && !level.name.includes(level.track) && `${level.track} track`,
    level.route !== undefined && ROUTES[level.route],
    level.aliases.length > 0 && `Also called ${level.aliases.join(', ')}`,
    !simple && next.length > 0 && `Leads to ${next.join(' or ')}`,
  ].filter((note) => note !== false);
  if (notes.length === 0) return null;
  return (
    <p class="quiet" dir="auto">
      {notes.join('. ')}.
    </p>
  );
}

/** How people come to hold a level, in words. */
export const ROUTES = {
  process: 'Reached by the promotion process',
  'vacancy and interview': 'Reached through a vacancy and an interview',
} as const;

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
