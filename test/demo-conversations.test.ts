/** What people of the demo world talk about and plan agrees with who they are, and when. */
import { describe, expect, it } from 'vitest';
import { managerOn } from '../demo/world.ts';
import { bySlug, demo, employed, inOrder, levelOf, stepsAhead, strangers } from './demo-world.ts';

const { people, today } = demo;

describe('Conversations', () => {
  const { conversations } = demo;
  const rows = conversations.flatMap((talk) =>
    Object.entries(talk.rows).map(([competency, row]) => ({ talk, competency, ...row })),
  );

  it('are between a person and their line manager of those days, while both are there', () => {
    expect(strangers(conversations.flatMap(({ person, manager }) => [person, manager]))).toEqual([]);
    const wrong = conversations.filter(({ person, manager, started, signed = started }) => {
      const known = bySlug.get(person);
      return (
        known === undefined ||
        managerOn(known, started) !== manager ||
        ![person, manager].every((slug) => employed(slug, started) && employed(slug, signed))
      );
    });
    expect(wrong.map(called)).toEqual([]);
  });

  it('go from the beginning over both views to the signatures, one after the other', () => {
    const wrong = conversations.filter(({ started, submitted, signed, talk }) => {
      const days = [submitted?.person, submitted?.manager].filter((day) => day !== undefined).sort();
      return !inOrder([started, ...days, signed ?? []].flat()) || talk.on < started || started > today;
    });
    expect(wrong.map(called)).toEqual([]);
    const overlapping = [...Map.groupBy(conversations, ({ person }) => person).values()].filter(
      (own) => !inOrder(own.flatMap(({ started, signed }) => [started, signed ?? []].flat())),
    );
    expect(overlapping.flat().map(called)).toEqual([]);
  });

  it('are about competencies of the level held then, or of the next one', () => {
    const wrong = rows.filter(({ talk, competency }) => {
      const expectation = `${competency}.${talk.level}`;
      return (
        !levelOf.has(expectation) || ![0, 1].includes(stepsAhead(expectation, talk.person, talk.started))
      );
    });
    expect(wrong.map(({ talk, competency }) => `${called(talk)}: ${competency}`)).toEqual([]);
  });

  it('cover two years for most people, and agree on most rows', () => {
    const talks = Map.groupBy(
      conversations.filter(({ signed }) => signed !== undefined),
      ({ person }) => person,
    );
    expect([...talks.values()].filter((own) => own.length >= 4).length).toBeGreaterThan(people.length / 2);
    const agreed = rows.filter(({ agreed }) => agreed !== undefined);
    const differing = agreed.filter(({ agreed }) => agreed?.outcome === 'we see this differently');
    const waiting = agreed.filter(({ agreed }) => agreed?.outcome === 'no opportunity yet');
    expect(agreed.length).toBeGreaterThan(rows.length * 0.8);
    expect(differing.length).toBeGreaterThanOrEqual(10);
    expect(waiting.length).toBeGreaterThanOrEqual(10);
    expect(differing.length + waiting.length).toBeLessThan(agreed.length / 4);
  });

  it('say why, where two see it differently, and something of most other rows', () => {
    const silent = rows.filter(
      ({ agreed }) =>
        agreed?.outcome === 'we see this differently' &&
        (agreed.person === undefined || agreed.manager === undefined),
    );
    expect(silent.map(({ talk }) => called(talk))).toEqual([]);
    const said = rows.filter(({ agreed }) => agreed?.sentence !== undefined);
    expect(said.length).toBeGreaterThan(rows.length / 2);
  });

  it('end with actions that are done after they were promised and while their owner is there', () => {
    const wrong = rows.filter(({ talk, action }) => {
      const done = action?.done;
      return (
        done !== undefined &&
        (done < (talk.signed ?? today) || done > today || !employed(talk[action?.owner ?? 'person'], done))
      );
    });
    expect(wrong.map(({ talk, competency }) => `${called(talk)}: ${competency}`)).toEqual([]);
  });
});

describe('Plans', () => {
  const { objectives, actions, learning, qualifications, managerNotes } = demo.plans;

  it('name people who are there on that day', () => {
    const acts = [
      ...objectives.flatMap(({ person, by, on, later = [] }) => [
        [person, on],
        [by, on],
        ...later.map((step) => [step.by, step.on]),
      ]),
      ...actions.flatMap(({ person, owner, by, on, later = [] }) => [
        [person, on],
        [owner, on],
        [by, on],
        ...later.map((step) => [step.by, step.on]),
      ]),
      ...[...learning, ...qualifications].map(({ person, on }) => [person, on]),
      ...managerNotes.flatMap(({ by, person, on }) => [
        [by, on],
        [person, on],
      ]),
    ];
    expect(acts.filter(([slug = '', on = '']) => on > today || !employed(slug, on))).toEqual([]);
  });

  it('are written by the person or by their line manager of that day', () => {
    const written = [...objectives, ...actions, ...managerNotes];
    const wrong = written.filter(({ by, person, on }) => {
      const known = bySlug.get(person);
      return known === undefined || (by !== person && managerOn(known, on) !== by);
    });
    expect(wrong.map(({ text }) => text)).toEqual([]);
  });

  it('speak to what exists, and go on in order of time', () => {
    const ties = [...objectives, ...learning].flatMap(({ speaksTo = [] }) => speaksTo);
    expect(
      [...ties, ...actions.flatMap(({ speaksTo = [] }) => speaksTo)].filter((id) => !levelOf.has(id)),
    ).toEqual([]);
    const wrong = [...objectives, ...actions].filter(
      ({ on, later = [] }) => !inOrder([on, ...later.map((step) => step.on)]),
    );
    expect(wrong.map(({ text }) => text)).toEqual([]);
  });
});

function called({ person, started }: { person: string; started: string }): string {
  return `${person} since ${started}`;
}
