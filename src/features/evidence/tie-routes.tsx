/** Tying evidence to expectations. */
import type { Schema } from '../../db/schema.ts';
import type { Evidence, Problem, TieTarget } from '../../domain/evidence.ts';
import type { PublishedFrameworks } from '../../domain/published.ts';
import type { Answer } from '../../web/answer-with.ts';
import type { Doors, Sent } from '../../web/doors.ts';
import type { Room } from '../../web/room.ts';
import { levelSheet } from '../framework/index.ts';
import { MOST_TIES, moveTie, tieEvidence } from './actions/tie-evidence.ts';
import { spokenTo, tieToNewest } from './expectations.ts';
import { type LevelToTie, levelsToTie, levelValue } from './levels-to-tie.ts';
import { findStanding } from './queries/standing.ts';
import { suggestedTies } from './suggestions.ts';
import { targetOf, tieValue } from './tie-value.ts';
import { afterwards, evidenceAddress } from './views/addresses.ts';
import { tiesPage } from './views/ties-page.tsx';
import { byViewer, type EvidenceVisit, ownEvidence, ownEvidenceToChange } from './visits.ts';

const OWN = { may: 'signed in', audit: 'own' } as const;

export function mountTies(doors: Doors<Schema>, room: Room<Schema>): void {
  doors.get('/evidence/:id/ties', OWN, async (visit) => {
    const evidence = await ownEvidence(visit);
    const looking = visit.c.req.query('level') ?? '';
    const chosen = new Set(evidence.ties.map(tieValue));
    return showTies(visit, await room.published(), { evidence, looking, chosen, errors: [] });
  });
  doors.post('/evidence/:id/ties', OWN, async (sent) => tie(sent, await room.published()));
  doors.post('/evidence/:id/ties/wordings', OWN, async (sent) => {
    const evidence = await ownEvidenceToChange(sent);
    const target = targetOf(sent.form.text('tie'));
    const to = target && tieToNewest(await room.published(), target);
    if (to !== undefined) await moveTie(sent.db, byViewer(sent), evidence, to);
    return { redirect: afterwards(evidenceAddress(evidence.id), 'reworded') };
  });
}

async function tie(sent: Sent<Schema>, published: PublishedFrameworks): Promise<Answer> {
  const { form } = sent;
  const evidence = await ownEvidenceToChange(sent);
  const [chosen, was] = [new Set(form.all('tie')), new Set(form.all('was'))];
  const add = targetsIn(chosen, was).flatMap((target) => tieToNewest(published, target) ?? []);
  const remove = targetsIn(was, chosen);
  if (evidence.ties.length + add.length - remove.length > MOST_TIES) {
    const message = `Choose at most ${MOST_TIES}: what speaks to everything speaks to nothing`;
    const errors = [{ field: 'ties', message }];
    const looking = form.text('level');
    return { ...(await showTies(sent, published, { evidence, looking, chosen, errors })), status: 422 };
  }
  await tieEvidence(sent.db, byViewer(sent), evidence, { add, remove });
  return { redirect: afterwards(evidenceAddress(evidence.id), 'tied') };
}

/** What is among the values and not among the others. */
function targetsIn(values: ReadonlySet<string>, others: ReadonlySet<string>): TieTarget[] {
  return [...values].filter((value) => !others.has(value)).flatMap((value) => targetOf(value) ?? []);
}

async function showTies(
  visit: EvidenceVisit,
  published: PublishedFrameworks,
  shown: {
    evidence: Evidence;
    looking: string;
    chosen: ReadonlySet<string>;
    errors: readonly Problem[];
  },
) {
  const { evidence } = shown;
  const { level } = await findStanding(visit.db, visit.viewer.person);
  const levels = levelsToTie(published, level, shown.looking);
  const within = new Set(levels.flatMap(expectationsAt));
  const elsewhere = evidence.ties.filter(
    ({ framework, expectation }) => !within.has(`${framework} ${expectation}`),
  );
  const page = tiesPage({
    ...shown,
    levels,
    suggested: suggestedTies(published, level, evidence),
    elsewhere: elsewhere.map((one) => spokenTo(published, one)),
    rungs: rungsOf(published),
    token: visit.token,
  });
  return { page };
}

function expectationsAt({ framework, level }: LevelToTie): string[] {
  const cells = levelSheet(framework, level.id).sections.flatMap((section) => section.cells);
  return cells
    .filter(({ expectation }) => expectation.state === 'present')
    .map(({ expectation }) => `${framework.id} ${expectation.id}`);
}

function rungsOf(published: PublishedFrameworks) {
  return published.newest().flatMap(({ framework }) =>
    framework.levels.map(({ id, name }) => ({
      framework: framework.name,
      value: levelValue(framework.id, id),
      name,
    })),
  );
}
