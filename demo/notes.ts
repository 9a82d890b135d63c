/** What people of the demo world note, share and have confirmed, each on its day. */
import { recordEvent } from '../src/db/events.ts';
import type { Executor } from '../src/db/schema.ts';
import type { Kind } from '../src/domain/evidence.ts';
import {
  addHelped,
  answerAsk,
  asksReceived,
  askToConfirm,
  editEvidence,
  findColleague,
  findEvidence,
  noteEvidence,
  shareEvidence,
} from '../src/features/evidence/index.ts';
import { later, minuteFor, numberFor } from './calendar.ts';
import type { Helped, Note } from './schema.ts';
import { BASE_URL, type Happening, known, managerOn, type World } from './world.ts';

/** What happens to one note on one day is so many minutes apart. */
const APART = 6;

/** A note as it comes into being. */
interface Telling {
  world: World;
  /** Slug of whoever notes it. */
  owner: string;
  note: Note;
  /** Id of the evidence, once it is noted. */
  id: string;
}

export function happeningsOfNotes(world: World): Happening[] {
  return [...world.demo.evidence].flatMap(([owner, notes]) =>
    notes.flatMap((note) => happeningsOf({ world, owner, note, id: '' })),
  );
}

function happeningsOf(telling: Telling): Happening[] {
  const { owner, note } = telling;
  const { on, shared, confirmed, declined, waiting, edited = [] } = note;
  const asked = confirmed ?? declined ?? waiting;
  const own = (day: string, place: number, does: Happening['does']): Happening => ({
    at: momentOf(telling, day, place),
    by: owner,
    does,
  });
  return [
    own(on, 0, (db, now) => noted(telling, db, now)),
    ...edited.map((change, index) =>
      own(change.on, 1 + index, (db, now) => rewritten(telling, db, now, index)),
    ),
    ...(shared === undefined
      ? []
      : [
          own(shared, 5, async (db, now) =>
            shareEvidence(db, byOwner(telling, now), await piece(telling, db)),
          ),
          ...opened(telling, shared),
        ]),
    ...(asked === undefined ? [] : [own(asked.asked, 6, (db, now) => ask(telling, db, now, asked.by))]),
    ...answered(telling),
  ];
}

async function noted(telling: Telling, db: Executor, now: Date): Promise<void> {
  const { world, note } = telling;
  const { calendar } = world;
  const { id } = await noteEvidence(db, byOwner(telling, now), {
    text: calendar.words(note.edited?.[0]?.before ?? note.text),
    happenedOn: calendar.day(note.on),
    kind: note.kind as Kind | undefined,
    cameBy: 'page',
    release: world.release,
    links: (note.links ?? []).map((url) => ({ url: calendar.words(url) })),
    ties: (note.speaksTo ?? []).map((target) => world.tie(target)),
  });
  telling.id = id;
  const helped: { place: number }[] = [];
  for (const one of note.helped ?? []) {
    helped.push(await addHelped(db, byOwner(telling, now), { id, helped }, nameOf(world, one)));
  }
}

/** What stands there after a change is what stood there before the next. */
async function rewritten(telling: Telling, db: Executor, now: Date, index: number): Promise<void> {
  const { world, note } = telling;
  const evidence = await piece(telling, db);
  const text = world.calendar.words(note.edited?.[index + 1]?.before ?? note.text);
  await editEvidence(db, byOwner(telling, now), evidence, { ...evidence, text, seen: evidence.version });
}

/** Managers read most of what is shared with them, a day or some days later and not on Sundays. */
function opened(telling: Telling, shared: string): Happening[] {
  const { world, owner, note } = telling;
  const day = later(shared, 1 + numberFor(note.text, 4));
  const reader = managerOn(world.person(owner), shared);
  const isSunday = new Date(`${day}T00:00:00Z`).getUTCDay() === 0;
  if (reader === undefined || isSunday || day > world.demo.today || numberFor(note.text, 3) === 0) return [];
  return [
    {
      at: world.at(reader, day, minuteFor(note.text)),
      by: reader,
      does: (db, now) =>
        recordEvent(db, {
          at: now,
          actor: world.id(reader),
          verb: 'evidence.opened',
          subject: `evidence:${telling.id}`,
          kind: 'record',
          about: world.id(owner),
        }),
    },
  ];
}

async function ask(telling: Telling, db: Executor, now: Date, slug: string): Promise<void> {
  const { world, owner } = telling;
  const colleague = known(await findColleague(db, world.id(slug)), slug);
  const evidence = await piece(telling, db);
  const asking = { person: world.id(owner), name: world.person(owner).name };
  await askToConfirm(db, { owner: asking, evidence, colleague, baseUrl: BASE_URL, now });
}

function answered(telling: Telling): Happening[] {
  const { world, note } = telling;
  const { confirmed, declined } = note;
  const given = confirmed ?? declined;
  if (given === undefined) return [];
  const { by, asked, on } = given;
  const atLeast = momentOf(telling, asked, 6).getTime() + 20 * 60_000;
  return [
    {
      at: new Date(Math.max(atLeast, world.at(by, on, minuteFor(`${by} ${on}`)).getTime())),
      by,
      does: async (db, now) => {
        const received = await asksReceived(db);
        await answerAsk(db, {
          ask: known(
            received.find(({ evidence }) => evidence === telling.id),
            note.text,
          ),
          colleague: { id: world.id(by), name: world.person(by).name },
          answer: confirmed === undefined ? 'declined' : 'confirmed',
          sentence: world.calendar.words(confirmed?.sentence ?? ''),
          baseUrl: BASE_URL,
          now,
        });
      },
    },
  ];
}

function momentOf({ world, owner, note }: Telling, day: string, place: number): Date {
  return world.at(owner, day, minuteFor(`${owner} ${day} ${note.text}`) + place * APART);
}

function byOwner({ world, owner }: Telling, now: Date) {
  return { person: world.id(owner), now };
}

async function piece({ id, note }: Telling, db: Executor) {
  return known(await findEvidence(db, id), note.text);
}

function nameOf(world: World, helped: Helped): string {
  if ('person' in helped) return world.person(helped.person).name;
  return 'team' in helped ? helped.team : helped.others;
}
