import type { Finding } from '../../domain/finding.ts';
import { quoted } from '../../domain/finding.ts';
import type { Gap, Level } from '../../domain/framework.ts';
import { IdMint } from '../ids.ts';
import { isText, NOT_IN_USE, says } from './cell-text.ts';
import { isAlphabetical, type Rung, stepsOf } from './level-order.ts';
import type { Family, Role, RoleLevel } from './roles.ts';

/** The ladder of a family: each role is a track of its own, and its levels lead only to levels of that role. */
export interface Ladder {
  levels: Level[];
  /** The id of each role level. */
  ids: ReadonlyMap<RoleLevel, string>;
  findings: Finding[];
  gaps: Gap[];
}

/** @param scale the steps of the scale, lowest first; empty where the source gives them no order. */
export function ladderOf(family: Family, scale: readonly string[]): Ladder {
  const mint = new IdMint();
  const places = new Map(scale.map((step, index) => [step, index]));
  const roles = [...family.roles.values()];
  const several = roles.filter(({ levels }) => levels.size > 1);
  const listed = several.some(({ levels }) => !isAlphabetical([...levels.keys()]));
  const ids = new Map<RoleLevel, string>();
  for (const role of roles) {
    for (const level of role.levels.values()) ids.set(level, mint.mint(nameOf(role, level), 'level'));
  }
  const ordered = roles.map((role) => ({ role, steps: listed ? asListed(role) : arranged(role, places) }));
  const levels = ordered.flatMap(({ role, steps }) =>
    steps.flatMap((step, index) =>
      step.map((level): Level => {
        return {
          id: ids.get(level) ?? '',
          name: nameOf(role, level),
          aliases: [],
          next: nextOf(level, step, steps[index + 1] ?? []).map((next) => ids.get(next) ?? ''),
          track: role.name,
          ...(isText(level.description) ? { summary: level.description } : {}),
          origin: level.origin,
        };
      }),
    ),
  );
  const inferred = !listed && several.length > 0;
  const [first] = several;
  return {
    levels,
    ids,
    findings: inferred && first !== undefined ? [orderFinding(family, first, levels)] : [],
    gaps: inferred && first !== undefined ? [orderGap(first)] : [],
  };
}

/** A role without levels has one row that says so; the role itself is then what people hold. */
function nameOf(role: Role, level: RoleLevel): string {
  return says(level.name, NOT_IN_USE) ? role.name : level.name;
}

function asListed({ levels }: Role): RoleLevel[][] {
  return [...levels.values()].map((level) => [level]);
}

function arranged({ levels }: Role, places: ReadonlyMap<string, number>): RoleLevel[][] {
  const rungs = [...levels.values()].map((level): Rung & { level: RoleLevel } => {
    const required = new Map<string, number>();
    for (const { skill, step } of level.requirements) {
      const place = places.get(step);
      if (place !== undefined) required.set(skill, place);
    }
    return { name: level.name, level, required };
  });
  return stepsOf(rungs).map((step) => step.map(({ level }) => level));
}

/** Side-by-side levels lead on within their own branch where the next step has it ("... - management"). */
function nextOf(level: RoleLevel, step: readonly RoleLevel[], next: readonly RoleLevel[]): RoleLevel[] {
  if (step.length < 2) return [...next];
  const same = next.filter(({ name }) => branch(name) === branch(level.name));
  return same.length > 0 ? same : [...next];
}

function branch(name: string): string {
  return / - (.+)$/.exec(name)?.[1]?.trim() ?? '';
}

function orderFinding({ name }: Family, role: Role, levels: readonly Level[]): Finding {
  const track = levels.filter((level) => level.track === role.name).map((level) => level.name);
  return {
    rule: 'unexpected-part',
    severity: 'warning',
    ...role.origin,
    quote: quoted([...role.levels.keys()].join(', ')),
    message: `The levels of each role in "${quoted(name)}" are listed in alphabetical order, so nothing says which comes after which. Cairn put them in an order by their names and by what they require, e.g. ${quoted(track.join(', '))}.`,
    remedy: 'Look through the ladder of each role and correct it where it is wrong.',
  };
}

function orderGap(role: Role): Gap {
  return {
    id: 'order-of-role-levels',
    kind: 'other',
    quote: [...role.levels.keys()].join(', '),
    explanation:
      'The source lists the levels of each role in alphabetical order and does not say which comes after which. The order here is inferred from their names and from what they require.',
    origin: role.origin,
  };
}
