/** What people of the demo world want to grow, promise, learn and hold. */
import type { Executor } from '../src/db/schema.ts';
import {
  changeAction,
  createAction,
  enterLearning,
  enterQualification,
  findAction,
  findObjective,
  findOwnLearning,
  findOwnQualification,
  markLearnt,
  proposeObjective,
  setObjectiveState,
  shareLearning,
  shareQualification,
  writeNote,
} from '../src/features/plan/index.ts';
import { minuteFor } from './calendar.ts';
import type { Plans } from './growth-schema.ts';
import { type Happening, known, type World } from './world.ts';

type Does = (db: Executor, by: { person: string; now: Date }) => Promise<void>;

/** How long after something was written the same person shares it. */
const SOON = 4;

export function happeningsOfPlans(world: World): Happening[] {
  const { objectives, actions, learning, qualifications, managerNotes } = world.demo.plans;
  return [
    ...objectives.flatMap((one) => objectiveOf(world, one)),
    ...actions.flatMap((one) => actionOf(world, one)),
    ...learning.flatMap((one) => learningOf(world, one)),
    ...qualifications.flatMap((one) => qualificationOf(world, one)),
    ...managerNotes.map(({ by, person, on, text }) =>
      doing(world, by, on, text, (db, self) =>
        writeNote(db, self, world.id(person), world.calendar.words(text)),
      ),
    ),
  ];
}

function objectiveOf(world: World, objective: Plans['objectives'][number]): Happening[] {
  const { person, by, on, text, why = '', howKnown = '', until, later = [] } = objective;
  const { calendar } = world;
  let id = '';
  const words = {
    text: calendar.words(text),
    why: calendar.words(why),
    howKnown: calendar.words(howKnown),
    until: until === undefined ? '' : calendar.dayAhead(until),
  };
  return [
    doing(world, by, on, text, async (db, self) => {
      id = await proposeObjective(db, self, {
        person: world.id(person),
        words,
        ties: tiesOf(world, objective),
      });
    }),
    ...later.map(({ on: day, by: sayer, state, why: reason = '' }) =>
      doing(world, sayer, day, text, async (db, self) => {
        await setObjectiveState(db, self, known(await findObjective(db, id), text), {
          state,
          why: calendar.words(reason),
        });
      }),
    ),
  ];
}

function actionOf(world: World, action: Plans['actions'][number]): Happening[] {
  const { person, owner, by, on, text, due, speaksTo, later = [] } = action;
  let id = '';
  return [
    doing(world, by, on, text, async (db, self) => {
      id = await createAction(db, {
        person: world.id(person),
        owner: world.id(owner),
        text: world.calendar.words(text),
        kind: 'action',
        ...(due === undefined ? {} : { dueOn: world.calendar.dayAhead(due) }),
        ...(speaksTo === undefined ? {} : world.tie(speaksTo)),
        by: self.person,
        now: self.now,
      });
    }),
    ...later.map(({ on: day, by: sayer, change, due: moved, reason }) =>
      doing(world, sayer, day, text, async (db, self) => {
        const dueOn = moved === undefined ? undefined : world.calendar.dayAhead(moved);
        await changeAction(db, self, known(await findAction(db, id), text), { change, dueOn, reason });
      }),
    ),
  ];
}

function learningOf(world: World, learning: Plans['learning'][number]): Happening[] {
  const { person, on, text, kind, learnt, wantedBy, done, shared } = learning;
  const { calendar } = world;
  let id = '';
  const words = {
    text: calendar.words(text),
    kind,
    state: learnt === undefined ? ('wanted' as const) : ('learnt' as const),
    day: learnt === undefined ? dayOrNone(wantedBy, (day) => calendar.dayAhead(day)) : calendar.day(learnt),
  };
  return [
    doing(world, person, on, text, async (db, self) => {
      id = await enterLearning(db, self, { words, ties: tiesOf(world, learning) });
      if (shared)
        await shareLearning(db, self, known(await findOwnLearning(db, self.person, id), text), true);
    }),
    ...(done === undefined
      ? []
      : [doing(world, person, done, text, (db, self) => markLearnt(db, self, id, calendar.day(done)), SOON)]),
  ];
}

function qualificationOf(world: World, qualification: Plans['qualifications'][number]): Happening[] {
  const { person, on, name, body, number = '', from, until, shared } = qualification;
  const { calendar } = world;
  const words = {
    name,
    body,
    number,
    from: calendar.day(from),
    until: dayOrNone(until, (day) => calendar.dayAhead(day)),
  };
  return [
    doing(world, person, on, name, async (db, self) => {
      const id = await enterQualification(db, self, { words });
      if (!shared) return;
      await shareQualification(db, self, known(await findOwnQualification(db, self.person, id), name), true);
    }),
  ];
}

function doing(world: World, by: string, on: string, text: string, does: Does, after = 0): Happening {
  return {
    at: world.at(by, on, minuteFor(`${by} ${text}`) + after),
    by,
    does: (db, now) => does(db, { person: world.id(by), now }),
  };
}

function tiesOf(world: World, { speaksTo = [] }: { speaksTo?: readonly string[] }) {
  return speaksTo.map((target) => world.tie(target));
}

function dayOrNone(day: string | undefined, moved: (day: string) => string): string {
  return day === undefined ? '' : moved(day);
}
