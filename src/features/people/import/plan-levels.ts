/** Which levels an import sets or corrects. An empty cell takes none away. */
import { decideLevel, type LevelHeld } from '../../../domain/levels-held.ts';
import type { PublishedFrameworks } from '../../../domain/published.ts';
import { refusalInWords } from '../level/refusals.ts';
import { LevelFinder, type MeantLevel } from './level-meant.ts';
import type { Draft } from './planned.ts';
import type { ProblemList } from './problems.ts';
import { heldNow } from './snapshot.ts';

export function planLevels(
  drafts: readonly Draft[],
  published: PublishedFrameworks,
  today: string,
  problems: ProblemList,
): void {
  const finder = new LevelFinder(published);
  for (const draft of drafts) {
    const { framework = null, level = null, levelSince = null } = draft.imported.values;
    if (level === null) {
      refuseSinceAlone(draft, problems);
      continue;
    }
    const held = draft.before && heldNow(draft.before);
    if (held !== undefined && isHeldToTheLetter(held, { framework, level, since: levelSince })) continue;
    const meant = finder.find(framework, level);
    if ('problem' in meant) {
      problems.at(draft.row, meant.at, meant.at === 'level' ? level : framework, meant.problem);
      continue;
    }
    if (levelSince === null && isSame(held, meant)) continue;
    if (levelSince === null) {
      problems.at(draft.row, 'levelSince', null, 'Write since when the level is held, such as 2026-03-04');
      continue;
    }
    decide(draft, meant, levelSince, today, problems);
    if (draft.level !== undefined && held !== undefined) {
      draft.level.heldName = findLevelName(published, held);
    }
  }
}

function refuseSinceAlone({ row, imported }: Draft, problems: ProblemList): void {
  const { levelSince, level } = imported.values;
  if (!levelSince || level === undefined) return;
  problems.at(row, 'level', null, 'Write which level is held since then, or leave that day out too');
}

/** As an export writes it: by ids, which the newest release may have no more. */
function isHeldToTheLetter(
  held: LevelHeld,
  { framework, level, since }: { framework: string | null; level: string; since: string | null },
): boolean {
  return (
    held.level === level &&
    (framework === null || held.framework === framework) &&
    (since === null || held.since === since)
  );
}

function isSame(held: LevelHeld | undefined, { edition, level }: MeantLevel): boolean {
  return held?.framework === edition.framework.id && held.level === level.id;
}

function decide(
  draft: Draft,
  { edition, level }: MeantLevel,
  since: string,
  today: string,
  problems: ProblemList,
): void {
  const wanted = { framework: edition.framework.id, level: level.id, since };
  const decision = decideLevel(draft.before?.levels ?? [], wanted, today);
  if (decision.kind === 'refused') {
    if (decision.reason === 'held already') return;
    const message = refusalInWords(decision, (held) => `the level ${held.level}`) ?? '';
    problems.at(draft.row, 'levelSince', since, message);
    return;
  }
  draft.level = { ...wanted, decision, releaseVersion: edition.version, name: level.name, heldName: null };
}

function findLevelName(published: PublishedFrameworks, held: LevelHeld): string | null {
  const edition = published.find(held.framework);
  return edition?.framework.levels.find(({ id }) => id === held.level)?.name ?? null;
}
