/** The demo world agrees with itself and with the framework that its notes speak to. */
import { describe, expect, it } from 'vitest';
import { demoFiles, readDemo } from '../demo/read.ts';
import {
  bySlug,
  daysOf,
  demo,
  employed,
  framework,
  inOrder,
  levelOf,
  lineAbove,
  linksTo,
  notes,
  peopleAround,
  peopleIn,
  repeated,
  slugs,
  stepsAhead,
  strangers,
  teamsAround,
  unknownTeams,
} from './demo-world.ts';

const { people, teams, sites, today, offers, questions } = demo;

describe('Reading the demo world', () => {
  it('says in which file and where something is wrong', () => {
    const broken = withFile('evidence/suryani.yaml', 'notes:\n  - on: soon\n    text: It rained.\n');
    expect(() => readDemo(broken)).toThrow(/demo\/evidence\/suryani\.yaml, line 2, column 9: /);
  });

  it('refuses a key that nobody knows', () => {
    const broken = withFile('offers.yaml', 'offers: []\nbids: []\n');
    expect(() => readDemo(broken)).toThrow(/demo\/offers\.yaml, line 2, .*"bids"/);
  });
});

describe('The organisation', () => {
  it('has thirty people in four teams and three sites, one team of fewer than five', () => {
    const sizes = teams.map(({ name }) => people.filter(({ team }) => team === name).length);
    expect([people.length, teams.length, sites.length]).toEqual([30, 4, 3]);
    expect(sizes.filter((size) => size < 5)).toHaveLength(1);
    expect(Math.max(...sizes)).toBeGreaterThanOrEqual(10);
  });

  it('gives everybody a slug, name, address and number of their own', () => {
    for (const key of ['slug', 'name', 'email', 'staffNumber'] as const) {
      expect(repeated(people.map((person) => person[key]))).toEqual([]);
    }
  });

  it('knows every person, team, site, time zone and level that it names', () => {
    expect(strangers([...people.flatMap(peopleAround), ...demo.cast.map(({ person }) => person)])).toEqual(
      [],
    );
    expect(unknownTeams(people.flatMap(teamsAround))).toEqual([]);
    const zones = new Map(sites.map(({ name, timeZone }) => [name, timeZone]));
    expect(slugs(people.filter(({ site, timeZone }) => zones.get(site) !== timeZone))).toEqual([]);
    const levels = new Set(framework.levels.map(({ id }) => id));
    expect(
      people.flatMap(({ levelHistory }) => levelHistory).filter(({ level }) => !levels.has(level)),
    ).toEqual([]);
  });

  it('begins every history on the first day and ends it with what is so today', () => {
    const wrong = people.filter(({ joined, level, manager, team, ...past }) => {
      const managers = past.managerHistory ?? [{ manager, from: joined }];
      const memberships = past.teamHistory ?? [{ team, from: joined }];
      const now = [past.levelHistory.at(-1)?.level, managers.at(-1)?.manager, memberships.at(-1)?.team];
      const days = [past.levelHistory, managers, memberships].map((steps) => steps.map(({ from }) => from));
      return (
        String(now) !== String([level, manager, team]) ||
        days.some((own) => own[0] !== joined || !inOrder(own))
      );
    });
    expect(slugs(wrong)).toEqual([]);
  });

  it('lets nobody answer to themselves, by whatever way round', () => {
    expect(slugs(people.filter(({ slug }) => lineAbove(slug).includes(slug)))).toEqual([]);
  });

  it('has a line manager of eight, an administrator in no line, and one deputy today', () => {
    const reports = Map.groupBy(
      people.filter(({ left, manager }) => left === undefined && manager !== undefined),
      ({ manager = '' }) => manager,
    );
    expect(Math.max(...[...reports.values()].map((own) => own.length))).toBeGreaterThanOrEqual(8);
    const administrators = people.filter(({ administrator }) => administrator);
    expect(administrators.map(({ slug, manager }) => [manager, reports.get(slug)])).toEqual([
      [undefined, undefined],
    ]);
    const deputies = people.flatMap((person) => person.deputies ?? []);
    expect(deputies.filter(({ from, until }) => from <= today && today <= until)).toHaveLength(1);
  });
});

describe('The notes', () => {
  it('are at least 450, with a file for everybody and nothing of the newcomer', () => {
    expect(notes.length).toBeGreaterThanOrEqual(450);
    expect([...demo.evidence.keys()].sort()).toEqual([...bySlug.keys()].sort());
    const newcomer = demo.cast.find(({ role }) => role === 'newcomer')?.person ?? '';
    expect(demo.evidence.get(newcomer)).toEqual([]);
  });

  it('speak to what exists, of the level of that day, the next one or an earlier one', () => {
    const wrong = notes.flatMap(({ slug, on, speaksTo = [] }) =>
      speaksTo.filter((id) => !levelOf.has(id) || stepsAhead(id, slug, on) > 1).map((id) => [slug, on, id]),
    );
    expect(wrong).toEqual([]);
    expect(notes.filter(({ speaksTo = [] }) => repeated(speaksTo).length > 0)).toEqual([]);
    expect(offers.flatMap(({ speaksTo = [] }) => speaksTo).filter((id) => !levelOf.has(id))).toEqual([]);
    const expectations = new Set(framework.expectations.map(({ id }) => id));
    expect(questions.filter(({ expectation }) => !expectations.has(expectation))).toEqual([]);
  });

  it('name people and teams that exist, and never their own writer', () => {
    expect(strangers(notes.flatMap(peopleIn))).toEqual([]);
    expect(notes.filter((note) => peopleIn(note).includes(note.slug))).toEqual([]);
    const helped = notes.flatMap((note) => note.helped ?? []);
    expect(unknownTeams(helped.flatMap((who) => ('team' in who ? who.team : [])))).toEqual([]);
  });

  it('stand in order of time, within their writer’s employment, and are not answered before they are asked about', () => {
    const disordered = [...demo.evidence].filter(([, own]) => !inOrder(own.map(({ on }) => on)));
    expect(disordered.map(([slug]) => slug)).toEqual([]);
    const outside = notes.filter((note) =>
      daysOf(note).some((day) => day < note.on || !employed(note.slug, day)),
    );
    expect(outside).toEqual([]);
    const answers = notes.flatMap(({ confirmed, declined }) => confirmed ?? declined ?? []);
    expect(answers.filter(({ by, asked, on }) => asked > on || !employed(by, on))).toEqual([]);
    expect(
      notes.filter((note) => [note.confirmed, note.declined, note.waiting].filter(Boolean).length > 1),
    ).toEqual([]);
  });

  it('are shared by those who have a manager to share them with', () => {
    expect(notes.filter(({ slug, shared }) => shared && !bySlug.get(slug)?.manager)).toEqual([]);
  });

  it('never say the same twice', () => {
    const earlier = notes.flatMap(({ edited = [] }) => edited.map(({ before }) => before));
    const taken = offers.flatMap(({ text, accepted }) => [text, accepted?.text ?? []].flat());
    expect(repeated([...notes.map(({ text }) => text), ...earlier, ...taken])).toEqual([]);
  });

  it('tell each event from the sides of at least three people', () => {
    const quiet = demo.events.filter(({ said, on, reference }) => {
      const about = notes.filter(
        (note) => note.on >= on && (note.text.includes(said) || linksTo(note, reference)),
      );
      return new Set(about.map(({ slug }) => slug)).size < 3;
    });
    expect(quiet).toEqual([]);
  });
});

describe('Offers and questions', () => {
  it('pass between people who were there on that day', () => {
    const days = offers.map(({ from, to, offered, accepted, declined }) => [
      from,
      to,
      offered,
      (accepted ?? declined)?.on ?? offered,
    ]);
    expect(
      days.filter(
        ([from = '', to = '', offered = '', answered = '']) =>
          from === to || offered > answered || !employed(from, offered) || !employed(to, answered),
      ),
    ).toEqual([]);
    expect(offers.filter(({ on, offered }) => on > offered)).toEqual([]);
  });

  it('are answered by stewards, after they were asked', () => {
    expect(questions.filter(({ asker, on }) => !employed(asker, on))).toEqual([]);
    const answers = questions.flatMap((question) =>
      (question.answers ?? []).map((answer) => ({ asked: question.on, ...answer })),
    );
    expect(
      answers.filter(({ by, on, asked }) => on < asked || on > today || !bySlug.get(by)?.stewardOf),
    ).toEqual([]);
  });
});

function withFile(name: string, content: string) {
  return demoFiles().map((file) => (file.name === name ? { name, bytes: Buffer.from(content) } : file));
}
