/** The pages on which people bring a tracker, and take their evidence as one. */
import type { Schema } from '../../../db/schema.ts';
import { dayIn, latestToday } from '../../../domain/days.ts';
import { noteProblems } from '../../../domain/evidence.ts';
import type { PublishedFrameworks } from '../../../domain/published.ts';
import { type FilledTracker, readFilledTracker } from '../../../formats/index.ts';
import type { Answer } from '../../../web/answer-with.ts';
import type { Doors, Sent } from '../../../web/doors.ts';
import type { FieldError } from '../../../web/form.tsx';
import type { Room } from '../../../web/room.ts';
import { cleaned } from '../clean-text.ts';
import { findStanding, type LevelHeld } from '../queries/standing.ts';
import { releaseFor } from '../release-for.ts';
import { tieValue } from '../tie-value.ts';
import { EVIDENCE } from '../views/addresses.ts';
import { byViewer } from '../visits.ts';
import { importTracker } from './actions/import-tracker.ts';
import { TRACKER, TRACKER_IMPORTS, TRACKER_PREVIEW } from './addresses.ts';
import { type Choices, choicesIn, choicesOf, UNTIED } from './choices.ts';
import { mountExport } from './export-routes.ts';
import { type Candidate, candidatesOf, levelInTitles } from './match.ts';
import { type Plan, planOf, planProblems, writtenIn } from './plan.ts';
import { textsThere } from './queries.ts';
import { tieField } from './views/piece-block.tsx';
import { previewPage } from './views/preview-page.tsx';
import { DAY } from './views/settings.tsx';
import { FILE, uploadPage } from './views/upload-page.tsx';

/** Largest tracker, in bytes. */
const LARGEST = 2 * 1024 * 1024;

/** The form that carries it as text, with what was chosen for each piece. */
const LARGEST_FORM = 4 * 1024 * 1024;

const OWN = { may: 'signed in', audit: 'own' } as const;

export function mountTracker(doors: Doors<Schema>, room: Room<Schema>): void {
  doors.get(TRACKER, OWN, async ({ token }) => ({ page: uploadPage({ token }) }));
  doors.post(
    TRACKER_PREVIEW,
    OWN,
    async (sent) => {
      const [file] = sent.form.files('file');
      if (file === undefined) return refused(sent, 'Choose the file of your tracker');
      if (file.size > LARGEST) return refused(sent, 'Choose a file of at most 2 MB');
      const bytes = new Uint8Array(await file.arrayBuffer());
      return preview(sent, room, { name: cleaned(file.name).slice(0, 200), bytes });
    },
    { bytes: LARGEST_FORM },
  );
  doors.post(
    TRACKER_IMPORTS,
    OWN,
    async (sent) => {
      const bytes = new Uint8Array(Buffer.from(sent.form.text('content'), 'base64'));
      return decide(sent, room, { name: sent.form.text('name').slice(0, 200), bytes });
    },
    { bytes: LARGEST_FORM },
  );
  mountExport(doors, room);
}

interface TrackerFile {
  name: string;
  bytes: Uint8Array;
}

/** A file that was read, and everything that its plan is made of. */
interface Read {
  tracker: FilledTracker;
  published: PublishedFrameworks;
  level: LevelHeld | undefined;
  today: string;
}

async function preview(sent: Sent<Schema>, room: Room<Schema>, file: TrackerFile): Promise<Answer> {
  const read = await readFile(sent, room, file);
  const { tracker, published, level, today } = read;
  if (tracker.rows.length === 0)
    return refused(sent, ...tracker.findings.map(({ message, remedy }) => `${message} ${remedy}`));
  const choices = choicesOf(levelInTitles(tracker.titles, published) ?? level, today);
  return shown(sent, file, read, choices);
}

async function decide(sent: Sent<Schema>, room: Room<Schema>, file: TrackerFile): Promise<Answer> {
  const read = await readFile(sent, room, file);
  const choices = choicesIn(sent.form, read.tracker.extra);
  const then = sent.form.text('then');
  if (then === 'likely') return shown(sent, file, read, await withLikely(sent, read, choices));
  if (then !== 'bring') return shown(sent, file, read, choices);
  const { plan, candidates } = await planned(sent, read, choices);
  const { day } = choices;
  const errors: FieldError[] = [
    ...planProblems(plan).map(({ key, message }) => ({ field: tieField(key), message })),
    ...noteProblems({ text: 'x', happenedOn: day }, latestToday(sent.now)).map(({ message }) => ({
      field: DAY,
      message,
    })),
  ];
  if (errors.length > 0) return shown(sent, file, read, choices, errors);
  const release = releaseFor(read.published, read.level);
  const count = await importTracker(sent.db, byViewer(sent), {
    pieces: plan.pieces,
    candidates,
    day,
    release,
  });
  return { redirect: `${EVIDENCE}?done=${count === 0 ? 'nothing-brought' : 'brought'}` };
}

async function readFile(
  { db, viewer, now }: Sent<Schema>,
  room: Room<Schema>,
  file: TrackerFile,
): Promise<Read> {
  const { level, timeZone } = await findStanding(db, viewer.person);
  return {
    tracker: withoutNuls(readFilledTracker(file)),
    published: await room.published(),
    level,
    today: dayIn(timeZone, now),
  };
}

async function planned(
  { db, viewer, now }: Sent<Schema>,
  { tracker, published }: Read,
  choices: Choices,
): Promise<{ plan: Plan; candidates: Candidate[] }> {
  const texts = tracker.rows.flatMap((row) => writtenIn(row, choices));
  const there = await textsThere(db, viewer.person, texts);
  const { about } = choices;
  const edition = about && published.find(about.framework);
  const candidates = (edition === undefined ? published.newest() : [edition]).flatMap(candidatesOf);
  const plan = planOf(tracker, choices, { published, candidates, there, today: latestToday(now) });
  return { plan, candidates };
}

async function shown(
  sent: Sent<Schema>,
  file: TrackerFile,
  read: Read,
  choices: Choices,
  errors: readonly FieldError[] = [],
): Promise<Answer> {
  const { tracker, published } = read;
  const { plan, candidates } = await planned(sent, read, choices);
  const page = previewPage({
    file: { name: file.name, base64: Buffer.from(file.bytes).toString('base64') },
    plan,
    findings: tracker.findings,
    choices,
    candidates,
    extra: tracker.extra,
    editions: published.newest(),
    token: sent.token,
    errors,
  });
  return errors.length > 0 ? { page, status: 422 } : { page };
}

/** Fills in the likeliest expectation wherever a person has chosen none. They still look at it before it is brought. */
async function withLikely(sent: Sent<Schema>, read: Read, choices: Choices): Promise<Choices> {
  const { plan } = await planned(sent, read, choices);
  const pieces = plan.pieces.map(({ key, match, take, tie, day }) => {
    const [first] = 'likely' in match ? match.likely : [];
    const filled = tie === UNTIED && first !== undefined ? tieValue(first.target) : tie;
    return [key, { take, tie: filled, day }] as const;
  });
  return { ...choices, pieces: new Map(pieces) };
}

function refused({ token }: Sent<Schema>, ...messages: string[]): Answer {
  const said = messages.length === 0 ? ['There is no evidence in it: every cell for it is empty.'] : messages;
  return {
    page: uploadPage({ token, errors: said.map((message) => ({ field: FILE, message })) }),
    status: 422,
  };
}

/** A workbook may hold characters of zero, which the database does not keep. */
function withoutNuls(tracker: FilledTracker): FilledTracker {
  const clean = (_: string, value: unknown) => (typeof value === 'string' ? cleaned(value) : value);
  return JSON.parse(JSON.stringify(tracker, clean)) as FilledTracker;
}
