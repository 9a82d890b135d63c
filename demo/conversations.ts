/** Conversations of the demo world, each step by whoever takes it and on its day. */
import type { Executor } from '../src/db/schema.ts';
import type { Side } from '../src/domain/conversation.ts';
import {
  lockTalk,
  rowsAt,
  saveAnswer,
  signRecord,
  startTalk,
  submitView,
  writeRow,
} from '../src/features/conversation/index.ts';
import { changeAction, createAction, findAction } from '../src/features/plan/index.ts';
import { later, minuteFor } from './calendar.ts';
import type { Conversation, ConversationRow } from './growth-schema.ts';
import { BASE_URL, type Happening, known, type World } from './world.ts';

type Talk = Awaited<ReturnType<typeof talkOf>>;

/** A conversation as it comes into being. */
interface Held {
  world: World;
  conversation: Conversation;
  /** Its id, once it has begun. */
  id: string;
  /** Ids of the actions that were promised in it, by competency. */
  promised: Map<string, string>;
}

/** Minutes after nine in the morning at which a view that nobody submits yet was written so far. */
const DRAFTED = 40;

export function happeningsOfConversations(world: World): Happening[] {
  return world.demo.conversations.flatMap((conversation) =>
    happeningsOf({ world, conversation, id: '', promised: new Map() }),
  );
}

function happeningsOf(held: Held): Happening[] {
  const { conversation } = held;
  const { signed } = conversation;
  return [
    doing(held, conversation.by, conversation.started, 0, (db, now) => begin(held, db, now)),
    ...prepared(held, 'person'),
    ...prepared(held, 'manager'),
    ...(signed === undefined
      ? []
      : [
          doing(held, 'manager', signed, 200, (db, now) => agree(held, db, now)),
          doing(held, 'manager', signed, 210, (db, now) => sign(held, 'manager', db, now)),
          doing(held, 'person', signed, 240, (db, now) => sign(held, 'person', db, now)),
          ...kept(held),
        ]),
  ];
}

async function begin(held: Held, db: Executor, now: Date): Promise<void> {
  const { world, conversation } = held;
  const { person, manager, talk, level, rows, wholeLevel } = conversation;
  const { framework, version } = world.edition;
  const all = rowsAt(framework, level).filter(
    ({ competency }) => wholeLevel === true || competency.id in rows,
  );
  const [hour = 0, minute = 0] = talk.at.split(':').map(Number);
  const day = world.calendar.weekdayAhead(talk.on);
  held.id = await startTalk(db, actor(held, conversation.by, now), {
    person: world.id(person),
    manager: world.id(manager),
    framework: framework.id,
    release: version,
    level: { id: level, name: known(framework.levels.find(({ id }) => id === level)?.name, level) },
    expectations: all.map(({ expectation }) => expectation.id),
    date: {
      startsAt: world.calendar.moment(day, hour * 60 + minute, world.person(manager).timeZone),
      minutes: talk.minutes,
      ...(talk.place === undefined ? {} : { place: talk.place }),
    },
  });
  if (conversation.submitted === undefined) world.invite(conversation, held.id);
}

/** What one side writes, and when they submit it, if they did. */
function prepared(held: Held, side: Side): Happening[] {
  const { conversation } = held;
  const day = conversation.submitted?.[side];
  const drafted = day ?? later(conversation.started, 2);
  return [
    doing(held, side, drafted, DRAFTED, (db, now) => write(held, side, db, now)),
    ...(day === undefined
      ? []
      : [doing(held, side, day, DRAFTED + 15, (db, now) => submit(held, side, db, now))]),
  ];
}

async function write(held: Held, side: Side, db: Executor, now: Date): Promise<void> {
  const { world, conversation } = held;
  const by = actor(held, side, now);
  const talk = await talkOf(held, db);
  for (const [competency, row] of Object.entries(conversation.rows)) {
    const answer = row[side];
    if (answer === undefined) continue;
    const change = {
      expectation: expectationOf(conversation, competency),
      point: '',
      was: { stance: '', note: '' },
      mine: { stance: answer.stance ?? '', note: world.calendar.words(answer.note ?? '') },
      version: 0,
    };
    await saveAnswer(db, by, talk, side, change);
  }
}

async function submit(held: Held, side: Side, db: Executor, now: Date): Promise<void> {
  const talk = await talkOf(held, db);
  const { expectations } = talk;
  await submitView(db, actor(held, side, now), talk, side, { share: [], expectations });
}

async function agree(held: Held, db: Executor, now: Date): Promise<void> {
  const { conversation } = held;
  const by = actor(held, 'manager', now);
  const talk = await talkOf(held, db);
  for (const [competency, row] of Object.entries(conversation.rows)) {
    const expectation = expectationOf(conversation, competency);
    if (row.agreed !== undefined) await writeAgreed(held, db, by, { talk, expectation, agreed: row.agreed });
    if (row.action !== undefined) {
      held.promised.set(competency, await promise(held, db, by, expectation, row.action));
    }
  }
}

async function writeAgreed(
  held: Held,
  db: Executor,
  by: ReturnType<typeof actor>,
  row: { talk: Talk; expectation: string; agreed: NonNullable<ConversationRow['agreed']> },
): Promise<void> {
  const { calendar } = held.world;
  const { talk, expectation, agreed } = row;
  const { outcome, sentence = '', person = '', manager = '' } = agreed;
  await writeRow(db, by, talk, {
    expectation,
    was: { outcome: '', sentence: '', person: '', manager: '' },
    mine: {
      outcome,
      sentence: calendar.words(sentence),
      person: calendar.words(person),
      manager: calendar.words(manager),
    },
    version: 0,
  });
}

async function promise(
  held: Held,
  db: Executor,
  by: ReturnType<typeof actor>,
  expectation: string,
  { text, owner, due }: NonNullable<ConversationRow['action']>,
): Promise<string> {
  const { world, conversation, id } = held;
  return createAction(db, {
    person: world.id(conversation.person),
    owner: world.id(conversation[owner]),
    text: world.calendar.words(text),
    kind: 'action',
    ...(due === undefined ? {} : { dueOn: world.calendar.dayAhead(due) }),
    ...world.tie(expectation),
    conversation: id,
    by: by.person,
    now: by.now,
  });
}

/** What was promised and done, by whoever promised it. */
function kept(held: Held): Happening[] {
  return Object.entries(held.conversation.rows).flatMap(([competency, { action }]) => {
    if (action?.done === undefined) return [];
    return doing(held, action.owner, action.done, 300, async (db, now) => {
      const found = known(await findAction(db, held.promised.get(competency) ?? ''), action.text);
      await changeAction(db, { person: held.world.id(held.conversation[action.owner]), now }, found, {
        change: 'done',
      });
    });
  });
}

async function sign(held: Held, side: Side, db: Executor, now: Date): Promise<void> {
  const talk = await talkOf(held, db);
  await signRecord(db, actor(held, side, now), talk, side, held.world.edition);
}

async function talkOf({ id, conversation: { person, started } }: Held, db: Executor) {
  return known(await lockTalk(db, id), `the conversation of ${person} since ${started}`);
}

function actor({ world, conversation }: Held, side: Side, now: Date) {
  const slug = conversation[side];
  return { person: world.id(slug), name: world.person(slug).name, now, baseUrl: BASE_URL };
}

/** Minutes count from nine o'clock, where somebody is; who they are moves them a little. */
function doing(held: Held, side: Side, day: string, minutes: number, does: Happening['does']): Happening {
  const { world, conversation } = held;
  const apart = minuteFor(`${conversation.person} ${conversation.started}`) % 20;
  const slug = conversation[side];
  // The two are in one sequence, whatever their clocks show.
  const { timeZone } = world.person(conversation.manager);
  return { at: world.calendar.at(day, 9 * 60 + minutes + apart, timeZone), by: slug, does };
}

function expectationOf({ level }: Conversation, competency: string): string {
  return `${competency}.${level}`;
}
