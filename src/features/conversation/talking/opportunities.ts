import type { Executor } from '../../../db/schema.ts';
import { createAction } from '../../plan/index.ts';
import type { By } from '../acts.ts';
import { lineManagerOf, type Talk } from '../talk.ts';
import type { TalkedAbout } from './talked-about.ts';

/** An opportunity that the manager is to find, because both agree that there was none yet (product rule 8). */
export interface Promised {
  expectation: string;
  text: string;
}

/** What the manager promises by signing, besides what was written down as an action already. */
export function promisedIn(talk: Talk, rows: readonly TalkedAbout[]): Promised[] {
  return rows
    .filter(({ agreed }) => agreed.outcome === 'no opportunity yet')
    .filter(({ actions }) => !actions.some(({ kind }) => kind === 'opportunity'))
    .map(({ expectation, heading }) => ({ expectation: expectation.id, text: promiseOf(talk, heading) }));
}

/** What an opportunity is called where nobody says more. */
export function promiseOf(talk: Talk, heading: string): string {
  return `Find an opportunity for ${talk.person.name}: ${heading}`;
}

/** Makes an action of each promise. */
export async function keepPromises(
  db: Executor,
  by: By,
  talk: Talk,
  promises: readonly Promised[],
): Promise<void> {
  const { person, framework, release, id: conversation } = talk;
  const owner = lineManagerOf(talk).id;
  if (owner === undefined || person.id === undefined) return;
  for (const { expectation, text } of promises) {
    await createAction(db, {
      person: person.id,
      owner,
      text,
      kind: 'opportunity',
      framework,
      release,
      expectation,
      conversation,
      by: by.person,
      now: by.now,
    });
  }
}
