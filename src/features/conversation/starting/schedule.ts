/** Several talks at once, as a manager plans them with everybody who reports to them. */
import type { Schema } from '../../../db/schema.ts';
import { CairnError } from '../../../domain/errors.ts';
import type { PublishedFrameworks } from '../../../domain/published.ts';
import type { Room } from '../../../web/room.ts';
import type { ScheduleTalks } from '../../plan/index.ts';
import type { By } from '../acts.ts';
import { findPartners, type Partner } from '../queries/find-partners.ts';
import { findRunning } from '../queries/find-running.ts';
import { lockBeginning } from '../queries/lock-beginning.ts';
import { rowsAt } from '../rows.ts';
import { there } from '../visits.ts';
import { withEarlier } from './chosen-rows.ts';
import { setDate } from './date.ts';
import { aboutIn } from './offered-levels.ts';
import { startTalk } from './start.ts';

/** How long a talk is that was planned beside others; its own page changes that. */
const MINUTES = 60;

/** A talk about the level that each holds; where one is under way, that one is dated. All of them or none. */
export function scheduleTalksIn(room: Room<Schema>): ScheduleTalks {
  return async (db, viewer, talks) => {
    const published = await room.published();
    const by = { person: viewer.person, name: viewer.name, now: room.now(), baseUrl: room.site.baseUrl };
    const partners = await findPartners(db, { id: viewer.person, name: viewer.name });
    for (const { person, at } of talks) {
      const partner = there(partners.find((one) => one.person.id === person));
      await plan(db, by, partner, at, published);
    }
  };
}

async function plan(
  db: Parameters<ScheduleTalks>[0],
  by: By,
  partner: Partner,
  startsAt: Date,
  published: PublishedFrameworks,
): Promise<void> {
  const { person, manager, inPlaceOf, held } = partner;
  const date = { startsAt, minutes: MINUTES };
  await lockBeginning(db, person.id);
  const running = await findRunning(db, person.id);
  if (running !== undefined) return setDate(db, by, running, date);
  const about = aboutIn(published, undefined, held);
  if (about === undefined) throw noLevel(person.name);
  const rows = withEarlier(about, rowsAt(about.edition.framework, about.level.id));
  await startTalk(db, by, {
    person: person.id,
    manager: manager.id,
    ...(inPlaceOf === undefined ? {} : { inPlaceOf: inPlaceOf.id }),
    framework: about.edition.framework.id,
    release: about.edition.version,
    level: about.level,
    expectations: rows.map(({ expectation }) => expectation.id),
    date,
  });
}

function noLevel(name: string): CairnError {
  return new CairnError(
    'refused',
    `${name} holds no level that is published, so there is nothing to talk about yet.`,
    'Set their level on their page, or leave their day empty. Nothing was planned.',
  );
}
