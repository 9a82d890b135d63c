/** What administrators look after: who may join, invitations, and mail. */
import { recordEvent } from '../../../db/events.ts';
import { isId } from '../../../db/ids.ts';
import type { Schema } from '../../../db/schema.ts';
import { handOverMail, wakeSenders } from '../../../mail/index.ts';
import type { Answer } from '../../../web/answer-with.ts';
import { type Doors, nothingHere } from '../../../web/doors.ts';
import type { FieldError } from '../../../web/form.tsx';
import { invite } from '../actions/invite.ts';
import { changeSignUp, readDomains, signUpSettings } from '../actions/sign-up-settings.ts';
import {
  accountToAdminister,
  invitable,
  invitableAmong,
  mailToAdminister,
  mailWaiting,
  tryMailAgain,
} from '../administration-queries.ts';
import { testMail } from '../mails.ts';
import { checkInvitationsPage, invitationsPage } from '../views/administration-invitations-pages.tsx';
import { administrationMailPage } from '../views/administration-mail-page.tsx';
import { administrationSignUpPage } from '../views/administration-sign-up-page.tsx';
import type { AccountContext } from './context.ts';

/** Accounts and settings: nothing here opens anybody's record. */
export const ADMINISTRATOR = { may: 'administrator', audit: 'settings' } as const;

export function administrationRoutes(doors: Doors<Schema>, deps: AccountContext): void {
  signUpSettingsRoutes(doors);
  invitationRoutes(doors, deps);
  mailRoutes(doors, deps);
}

function signUpSettingsRoutes(doors: Doors<Schema>): void {
  doors.get('/administration/sign-up', ADMINISTRATOR, async ({ c, db, token }) => {
    const { open, domains } = await signUpSettings(db);
    const done = c.req.query('done') === 'changed';
    return { page: administrationSignUpPage({ token, open, domains: domains.join('\n'), done }) };
  });
  doors.post('/administration/sign-up', ADMINISTRATOR, async ({ db, viewer, form, token, now }) => {
    const open = form.text('mode') === 'domain';
    const typed = form.text('domains');
    const { domains, wrong } = readDomains(typed);
    const errors: FieldError[] = [];
    if (wrong !== undefined)
      errors.push({ field: 'domains', message: `Write “${wrong}” as a domain, e.g. example.org` });
    else if (open && domains.length === 0)
      errors.push({ field: 'domains', message: 'Name at least one domain whose addresses may join' });
    if (errors.length > 0)
      return { page: administrationSignUpPage({ token, open, domains: typed, errors }), status: 422 };
    await changeSignUp(db, { open, domains }, now);
    const subject = 'setting:sign-up';
    await recordEvent(db, {
      at: now,
      actor: viewer.person,
      verb: 'sign-up.changed',
      subject,
      kind: 'settings',
    });
    return { redirect: '/administration/sign-up?done=changed' };
  });
}

function invitationRoutes(doors: Doors<Schema>, { baseUrl, mail }: AccountContext): void {
  doors.get('/administration/invitations', ADMINISTRATOR, async ({ c, db, token, now }) => {
    const wanted = (c.req.query('q') ?? '').trim();
    const sent = Number(c.req.query('sent') ?? 0) || 0;
    return { page: invitationsPage({ token, people: await invitable(db, wanted), wanted, sent, now, mail }) };
  });
  doors.post('/administration/invitations/check', ADMINISTRATOR, async ({ db, form, token, now }) => {
    const wanted = form.text('q');
    const people = (await invitableAmong(db, form.all('person').filter(isId))).filter(hasAddress);
    if (people.length > 0) return { page: checkInvitationsPage({ token, people }) };
    const errors = [{ field: 'people', message: 'Tick whom to invite' }];
    const shown = { token, people: await invitable(db, wanted), wanted, sent: 0, now, mail, errors };
    return { page: invitationsPage(shown), status: 422 } satisfies Answer;
  });
  doors.post('/administration/invitations', ADMINISTRATOR, async ({ db, viewer, form, now }) => {
    const people = (await invitableAmong(db, form.all('person').filter(isId))).filter(hasAddress);
    for (const person of people) await invite(db, { person, by: viewer, baseUrl, now });
    return { redirect: `/administration/invitations?sent=${people.length}` };
  });
}

function hasAddress<T extends { email: string | null }>(person: T): person is T & { email: string } {
  return person.email !== null;
}

function mailRoutes(doors: Doors<Schema>, { mail }: AccountContext): void {
  doors.get('/administration/mail', ADMINISTRATOR, async ({ c, db, token, now }) => {
    const done = c.req.query('done');
    const mails = await mailToAdminister(db);
    const waiting = await mailWaiting(db);
    return { page: administrationMailPage({ token, mails, waiting, now, done, route: mail }) };
  });
  doors.post('/administration/mail/tests', ADMINISTRATOR, async ({ db, viewer, now }) => {
    const account = await accountToAdminister(db, viewer.person);
    if (account === undefined) throw nothingHere();
    await handOverMail(db, { ...testMail(), person: viewer.person, address: account.email, now });
    return { redirect: '/administration/mail?done=test' };
  });
  doors.post('/administration/mail/:id/tries', ADMINISTRATOR, async ({ c, db, viewer, now }) => {
    const id = c.req.param('id') ?? '';
    if (!isId(id) || !(await tryMailAgain(db, id, now))) throw nothingHere();
    const tried = { at: now, actor: viewer.person, verb: 'mail.tried-again', subject: `mail:${id}` };
    await recordEvent(db, { ...tried, kind: 'settings' });
    wakeSenders();
    return { redirect: '/administration/mail?done=again' };
  });
}
