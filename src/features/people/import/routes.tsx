/** Importing and exporting the directory. A file is read, shown as what it would change, then applied exactly so. */
import { recordEvent } from '../../../db/events.ts';
import { newId } from '../../../db/ids.ts';
import type { Schema } from '../../../db/schema.ts';
import type { PublishedFrameworks } from '../../../domain/published.ts';
import type { SourceFile } from '../../../formats/index.ts';
import type { Answer } from '../../../web/answer-with.ts';
import { nothingHere, type Sent, type Visit } from '../../../web/doors.ts';
import { findPerson } from '../directory/person-queries.ts';
import { isUuid } from '../ids.ts';
import type { PeopleRoom } from '../people-deps.ts';
import { changesFile } from './changes-file.ts';
import { exportPeople, type PeopleFormat, peopleTemplate } from './export.ts';
import { importPeople, type PeopleImport, planPeople } from './import.ts';
import type { ImportProblem } from './problems.ts';
import { LARGEST_IMPORT } from './read-file.ts';
import { IMPORT, IMPORTS, importPage } from './views/import-page.tsx';
import { planPage } from './views/plan-page.tsx';

const ADMINISTRATORS = { may: 'administrator', audit: 'settings' } as const;

const DONE: Record<string, string> = {
  applied: 'It is written. Whoever has another line manager now was told.',
  discarded: 'The file is discarded, and nothing was changed.',
};

const TYPES: Record<PeopleFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** How long a file waits to be applied, in milliseconds. */
const WAITS = 86_400_000;

export function addImport({ doors, room }: PeopleRoom): void {
  doors.get(IMPORT, ADMINISTRATORS, async (visit) => ({ page: await startPage(visit, [], false) }));
  for (const format of ['csv', 'xlsx'] as const) {
    doors.get(`${IMPORT}/people-template.${format}`, ADMINISTRATORS, async () =>
      asFile(peopleTemplate(format), format),
    );
    doors.get(`${IMPORT}/people.${format}`, ADMINISTRATORS, async ({ db, viewer, now }) => {
      const exported = { at: now, actor: viewer.person, verb: 'people.exported', subject: 'people' };
      await recordEvent(db, { ...exported, kind: 'settings' });
      return asFile(await exportPeople(db, format), format);
    });
  }
  doors.post(IMPORTS, ADMINISTRATORS, async (sent) => bring(sent, await room.published()), {
    // The form around the file needs some room as well.
    bytes: LARGEST_IMPORT + 64 * 1024,
  });
  doors.get(`${IMPORTS}/:id`, ADMINISTRATORS, async (visit) => show(visit, await room.published()));
  doors.get(`${IMPORTS}/:id/changes.csv`, ADMINISTRATORS, async (visit) => {
    const waiting = await waitingImport(visit, await room.published());
    const planned = await planPeople(visit.db, waiting);
    if ('problems' in planned) throw nothingHere();
    return asFile(changesFile(planned.plan), 'csv');
  });
  doors.post(`${IMPORTS}/:id/application`, ADMINISTRATORS, async (sent) =>
    apply(sent, await room.published(), room.site.baseUrl),
  );
  doors.post(`${IMPORTS}/:id/removal`, ADMINISTRATORS, async (sent) => {
    await waitingImport(sent, await room.published());
    await discard(sent);
    return { redirect: `${IMPORT}?done=discarded` };
  });
}

function asFile({ name, bytes }: SourceFile, format: PeopleFormat): Answer {
  return { file: { bytes: new Uint8Array(bytes), type: TYPES[format], name } };
}

async function startPage(
  { c, db, viewer, token }: Visit<Schema>,
  problems: readonly ImportProblem[],
  ignoreUnknown: boolean,
) {
  const waiting = await db
    .selectFrom('people_import')
    .select(['id', 'name', 'read_at as readAt'])
    .orderBy('read_at')
    .execute();
  const timeZone = (await findPerson(db, viewer.person))?.timeZone ?? null;
  const done = DONE[c.req.query('done') ?? ''];
  return importPage({ waiting, problems, ignoreUnknown, timeZone, token, done });
}

async function bring(sent: Sent<Schema>, published: PublishedFrameworks): Promise<Answer> {
  const { db, form, viewer, now } = sent;
  const [chosen] = form.files('file');
  const ignoreUnknown = form.text('ignoreUnknown') === 'yes';
  if (chosen === undefined) {
    const problems = [{ message: 'Choose a file' }];
    return { page: await startPage(sent, problems, ignoreUnknown), status: 422 };
  }
  const file = { name: chosen.name, bytes: new Uint8Array(await chosen.arrayBuffer()) };
  const planned = await planPeople(db, { file, ignoreUnknown, published, now });
  if ('problems' in planned) {
    return { page: await startPage(sent, planned.problems, ignoreUnknown), status: 422 };
  }
  await db
    .deleteFrom('people_import')
    .where('read_at', '<', new Date(now.getTime() - WAITS))
    .execute();
  const id = newId();
  await db
    .insertInto('people_import')
    .values({
      id,
      administrator_id: viewer.person,
      name: file.name.slice(0, 200),
      bytes: file.bytes,
      ignores_unknown: ignoreUnknown,
      read_at: now,
    })
    .execute();
  return { redirect: `${IMPORTS}/${id}` };
}

/** @throws CairnError where no such file waits any more */
async function waitingImport(
  { c, db, now }: Visit<Schema>,
  published: PublishedFrameworks,
): Promise<PeopleImport & { id: string }> {
  const id = c.req.param('id');
  const found = isUuid(id)
    ? await db
        .selectFrom('people_import')
        .select(['name', 'bytes', 'ignores_unknown'])
        .where('id', '=', id)
        .where('read_at', '>=', new Date(now.getTime() - WAITS))
        .executeTakeFirst()
    : undefined;
  if (id === undefined || found === undefined) throw nothingHere();
  const { name, bytes, ignores_unknown: ignoreUnknown } = found;
  return { id, file: { name, bytes }, ignoreUnknown, published, now };
}

async function show(visit: Visit<Schema>, published: PublishedFrameworks): Promise<Answer> {
  const { db, token } = visit;
  const waiting = await waitingImport(visit, published);
  const planned = await planPeople(db, waiting);
  const { id, file } = waiting;
  return { page: planPage({ id, name: file.name, planned, stale: false, token }) };
}

async function apply(sent: Sent<Schema>, published: PublishedFrameworks, baseUrl: string): Promise<Answer> {
  const { db, form, viewer, token } = sent;
  const waiting = await waitingImport(sent, published);
  const request = { ...waiting, seen: form.text('seen') };
  const imported = await importPeople(db, request, { by: viewer.person, baseUrl });
  if (!imported.applied) {
    const { id, file } = waiting;
    return { page: planPage({ id, name: file.name, planned: imported, stale: true, token }), status: 409 };
  }
  await discard(sent);
  return { redirect: `${IMPORT}?done=applied` };
}

async function discard({ c, db }: Sent<Schema>): Promise<void> {
  await db
    .deleteFrom('people_import')
    .where('id', '=', c.req.param('id') ?? '')
    .execute();
}
