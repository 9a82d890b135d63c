/** The register of somebody's qualifications. Their own; whoever manages them reads what is shared on their plan. */
import type { Schema } from '../../../db/schema.ts';
import { type QualificationWords, qualificationProblems } from '../../../domain/qualification.ts';
import type { Answer } from '../../../web/answer-with.ts';
import { type Doors, nothingHere, type Sent } from '../../../web/doors.ts';
import { isPicture } from '../../../web/file-type.ts';
import type { FieldError } from '../../../web/form.tsx';
import type { Room } from '../../../web/room.ts';
import { Phrase } from '../../../web/text.tsx';
import { cleanedField } from '../clean-text.ts';
import { QUALIFICATIONS, qualificationAddress } from '../views/addresses.ts';
import { checkPage } from '../views/check-page.tsx';
import { afterwards, doneWord } from '../views/done.ts';
import { BOTH_SIDES, byViewer, OWN, ownSubject, type PlanVisit, recordOpened } from '../visits.ts';
import {
  changeQualification,
  deleteQualification,
  enterQualification,
  removeFile,
  shareQualification,
} from './actions.ts';
import { LARGEST_FORM, type NewFile, readFile } from './file.ts';
import { qualificationFormPage } from './form-page.tsx';
import { qualificationPage } from './one-page.tsx';
import { qualificationsPage } from './qualifications-page.tsx';
import {
  findFile,
  findOwnQualification,
  lockQualification,
  type Qualification,
  qualificationsOf,
} from './queries.ts';
import { namedByProfiles } from './role-profile.ts';

const WITH_FILE = { bytes: LARGEST_FORM };

export function mountQualifications(doors: Doors<Schema>, room: Room<Schema>): void {
  doors.get(QUALIFICATIONS, OWN, async (visit) => {
    const { db, viewer, c } = visit;
    const { level, today } = await ownSubject(visit);
    const qualifications = await qualificationsOf(db, viewer.person);
    const named = namedByProfiles(await room.published(), level, qualifications, today);
    return {
      page: qualificationsPage({ qualifications, named, today, done: doneWord(c.req.query('done')) }),
    };
  });
  mountForms(doors);
  doors.get('/qualifications/:id', OWN, async (visit) => {
    const qualification = await ownQualification(visit);
    const { managers, today } = await ownSubject(visit);
    const { token, c } = visit;
    const done = doneWord(c.req.query('done'));
    return { page: qualificationPage({ qualification, managers, today, token, done }) };
  });
  mountFile(doors);
  mountSharing(doors);
  mountDeletion(doors);
}

function mountForms(doors: Doors<Schema>): void {
  doors.get('/qualifications/new', OWN, async ({ c, token }) => {
    const name = (c.req.query('name') ?? '').slice(0, 300);
    const form = { name, body: '', number: '', from: '', until: '' };
    return { page: qualificationFormPage({ form, file: false, token, errors: [] }) };
  });
  const enter = async (sent: Sent<Schema>): Promise<Answer> => {
    const { form, file, errors } = await typedIn(sent);
    if (errors.length > 0) {
      return { page: qualificationFormPage({ form, file: false, token: sent.token, errors }), status: 422 };
    }
    const id = await enterQualification(sent.db, byViewer(sent), { words: form, file });
    return { redirect: afterwards(qualificationAddress(id), 'entered') };
  };
  doors.post(QUALIFICATIONS, OWN, enter, WITH_FILE);
  doors.get('/qualifications/:id/edit', OWN, async (visit) => {
    const found = await ownQualification(visit);
    const { id, file } = found;
    const form = formOf(found);
    return { page: qualificationFormPage({ id, form, file: file !== null, token: visit.token, errors: [] }) };
  });
  const change = async (sent: Sent<Schema>): Promise<Answer> => {
    const { id, file: there } = await ownQualificationToChange(sent);
    const { form, file, errors } = await typedIn(sent);
    if (errors.length > 0) {
      const page = qualificationFormPage({ id, form, file: there !== null, token: sent.token, errors });
      return { page, status: 422 };
    }
    await changeQualification(sent.db, byViewer(sent), id, { words: form, file });
    return { redirect: afterwards(qualificationAddress(id), 'changed') };
  };
  doors.post('/qualifications/:id/wordings', OWN, change, WITH_FILE);
}

function mountFile(doors: Doors<Schema>): void {
  doors.get('/qualifications/:id/file', BOTH_SIDES, async (visit) => {
    const id = visit.c.req.param('id') ?? '';
    const file = await findFile(visit.db, id);
    if (file === undefined) throw nothingHere();
    await recordOpened(visit, `qualification:${id}`, file.owner);
    return { file: { ...file, show: isPicture(file.type) } };
  });
  doors.post('/qualifications/:id/file/removal', OWN, async (sent) => {
    const { id } = await ownQualificationToChange(sent);
    await removeFile(sent.db, byViewer(sent), id);
    return { redirect: afterwards(qualificationAddress(id), 'file-removed') };
  });
}

function mountSharing(doors: Doors<Schema>): void {
  doors.post('/qualifications/:id/shares', OWN, async (sent) => {
    const qualification = await ownQualificationToChange(sent);
    await shareQualification(sent.db, byViewer(sent), qualification, true);
    return { redirect: afterwards(qualificationAddress(qualification.id), 'shared') };
  });
  doors.post('/qualifications/:id/shares/withdrawal', OWN, async (sent) => {
    const qualification = await ownQualificationToChange(sent);
    await shareQualification(sent.db, byViewer(sent), qualification, false);
    return { redirect: afterwards(qualificationAddress(qualification.id), 'taken-back') };
  });
}

function mountDeletion(doors: Doors<Schema>): void {
  doors.get('/qualifications/:id/deletion', OWN, async (visit) => {
    const { id, name, file } = await ownQualification(visit);
    const page = checkPage({
      heading: 'Delete this for good?',
      children: (
        <>
          <p class="lede" dir="auto">
            <Phrase text={name} />
          </p>
          <p>
            {file !== null && 'Its file goes with it. '}Nobody can bring it back, except from a backup of the
            whole installation.
          </p>
        </>
      ),
      action: qualificationAddress(id, 'deletion'),
      token: visit.token,
      confirm: 'Delete for good',
      back: qualificationAddress(id),
      keep: 'Keep it',
      shell: { current: QUALIFICATIONS },
    });
    return { page };
  });
  doors.post('/qualifications/:id/deletion', OWN, async (sent) => {
    const { id } = await ownQualificationToChange(sent);
    await deleteQualification(sent.db, byViewer(sent), id);
    return { redirect: afterwards(QUALIFICATIONS, 'deleted') };
  });
}

/** The viewer's own that the address names. @throws CairnError `not found` */
async function ownQualification({ db, viewer, c }: PlanVisit): Promise<Qualification> {
  const found = await findOwnQualification(db, viewer.person, c.req.param('id') ?? '');
  if (found === undefined) throw nothingHere();
  return found;
}

async function ownQualificationToChange(visit: PlanVisit): Promise<Qualification> {
  await lockQualification(visit.db, visit.c.req.param('id') ?? '');
  return ownQualification(visit);
}

interface Typed {
  form: QualificationWords;
  file?: NewFile | undefined;
  errors: FieldError[];
}

async function typedIn({ form: sent }: Sent<Schema>): Promise<Typed> {
  const line = (name: string) => cleanedField(sent, name).replace(/\s+/g, ' ');
  const form = {
    name: line('name'),
    body: line('body'),
    number: line('number'),
    from: line('from'),
    until: line('until'),
  };
  const { file, problems } = await readFile(sent.files('file'));
  return { form, file, errors: [...qualificationProblems(form), ...problems] };
}

function formOf({ name, body, number, from, until }: Qualification): QualificationWords {
  return { name, body: body ?? '', number: number ?? '', from: from ?? '', until: until ?? '' };
}
