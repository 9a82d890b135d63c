/** Who administers, who is head of operations over whom, and who maintains which framework. */
import type { Schema } from '../../../db/schema.ts';
import type { PublishedFrameworks } from '../../../domain/published.ts';
import type { Answer } from '../../../web/answer-with.ts';
import { nothingHere, type Sent, type Visit } from '../../../web/doors.ts';
import type { FieldError } from '../../../web/form.tsx';
import { Phrase } from '../../../web/text.tsx';
import type { PeopleRoom } from '../people-deps.ts';
import { asTyped, type NamedPerson, personMeant } from '../person-meant.ts';
import { checkPage, isChecked } from '../views/check-page.tsx';
import { listRoles, type RoleHeld } from './queries.ts';
import { endRole, type GivenRole, giveRole, holds } from './role-actions.ts';
import { AdministrationSide } from './views/administration-side.tsx';
import { ROLES, type RoleKind, rolesPage } from './views/roles-page.tsx';

const ADMINISTRATORS = { may: 'administrator', audit: 'settings' } as const;
const KINDS: readonly RoleKind[] = ['administrators', 'heads', 'stewards'];

const DONE: Record<string, string> = {
  given: 'The role is given, from this moment.',
  ended: 'The role is ended, from this moment.',
};

export function addRoles({ doors, room }: PeopleRoom): void {
  doors.get(ROLES, ADMINISTRATORS, async (visit) => ({
    page: await page(visit, await room.published(), {}, []),
  }));
  for (const kind of KINDS) {
    doors.post(`${ROLES}/${kind}`, ADMINISTRATORS, async (sent) => give(sent, kind, await room.published()));
    doors.post(`${ROLES}/${kind}/:id/end`, ADMINISTRATORS, async (sent) =>
      end(sent, kind, await room.published()),
    );
  }
}

async function page(
  { c, db, token }: Visit<Schema>,
  published: PublishedFrameworks,
  typed: Readonly<Record<string, string>>,
  errors: readonly FieldError[],
) {
  const done = DONE[c.req.query('done') ?? ''];
  return rolesPage({ roles: await listRoles(db), published, typed, errors, token, done });
}

async function give(sent: Sent<Schema>, kind: RoleKind, published: PublishedFrameworks): Promise<Answer> {
  const { db, form, viewer, now } = sent;
  const typed = {
    kind,
    person: form.text('person'),
    root: form.text('root'),
    framework: form.text('framework'),
  };
  const errors: FieldError[] = [];
  const meant = async (field: 'person' | 'root') => {
    const found = await personMeant(db, typed[field]);
    if ('person' in found) return found.person;
    errors.push({ field: `${kind}-${field}`, message: found.problem });
    return undefined;
  };
  const person = await meant('person');
  const root = kind === 'heads' ? await meant('root') : undefined;
  const edition = kind === 'stewards' ? published.find(typed.framework) : undefined;
  if (kind === 'stewards' && edition === undefined) {
    errors.push({ field: 'stewards-framework', message: 'Choose a framework' });
  }
  const given: GivenRole | undefined = person && {
    kind,
    person: person.id,
    ...(root === undefined ? {} : { root: root.id }),
    ...(edition === undefined ? {} : { framework: edition.framework.id }),
  };
  if (given !== undefined && errors.length === 0 && (await holds(db, given))) {
    errors.push({ field: `${kind}-person`, message: 'Choose somebody else: they hold this role already' });
  }
  if (person === undefined || given === undefined || errors.length > 0) {
    return { page: await page(sent, published, typed, errors), status: 422 };
  }
  if (!isChecked(form)) return { page: check(sent, kind, person, root, edition?.framework.name, typed) };
  await giveRole(db, given, { by: viewer.person, now });
  return { redirect: `${ROLES}?done=given` };
}

function check(
  { token }: Sent<Schema>,
  kind: RoleKind,
  person: NamedPerson,
  root: NamedPerson | undefined,
  framework: string | undefined,
  typed: Readonly<Record<string, string>>,
) {
  const name = <Phrase text={person.name} />;
  const said = {
    administrators: (
      <p>
        {name} runs the installation with you: people, roles, accounts, settings, imports. They can end your
        own role. They read nobody’s record.
      </p>
    ),
    heads: (
      <p>
        {name} sees counts for teams of five or more below <Phrase text={root?.name ?? ''} />, and nobody’s
        notes.
      </p>
    ),
    stewards: (
      <p>
        {name} sees and changes drafts of <Phrase text={framework ?? ''} />, releases it, and reads the
        questions that are asked about its wording.
      </p>
    ),
  } satisfies Record<RoleKind, unknown>;
  return checkPage({
    heading: `A role for ${person.name}`,
    section: 'you',
    left: <AdministrationSide current={ROLES} />,
    action: `${ROLES}/${kind}`,
    fields: { ...typed, person: asTyped(person), ...(root === undefined ? {} : { root: asTyped(root) }) },
    token,
    confirm: 'Give this role',
    back: ROLES,
    children: said[kind],
  });
}

async function end(sent: Sent<Schema>, kind: RoleKind, published: PublishedFrameworks): Promise<Answer> {
  const { c, db, form, viewer, now, token } = sent;
  const role = (await listRoles(db))[kind].find(({ id }) => id === c.req.param('id'));
  if (role === undefined) throw nothingHere();
  if (!isChecked(form)) return { page: checkEnd(kind, role, viewer.person, token) };
  if (await endRole(db, kind, role, { by: viewer.person, now })) {
    // Whoever has just ended their own role finds nothing there any more.
    const own = kind === 'administrators' && role.person.id === viewer.person;
    return { redirect: own ? '/you' : `${ROLES}?done=ended` };
  }
  const message = 'Make somebody else administrator first: this is the last one';
  const errors = [{ field: 'administrators-person', message }];
  return { page: await page(sent, published, { kind }, errors), status: 422 };
}

function checkEnd(kind: RoleKind, role: RoleHeld, viewer: string, token: string) {
  const own = role.person.id === viewer;
  return checkPage({
    heading: own ? 'End your own role' : `End the role of ${role.person.name}`,
    section: 'you',
    left: <AdministrationSide current={ROLES} />,
    action: `${ROLES}/${kind}/${role.id}/end`,
    fields: {},
    token,
    confirm: 'End this role',
    back: ROLES,
    children: (
      <p>
        {own ? 'You are' : <Phrase text={role.person.name} />}
        {own ? '' : ' is'} no longer {NAMES[kind]} from the moment that you confirm this. That it was so stays
        written down.
      </p>
    ),
  });
}

const NAMES: Record<RoleKind, string> = {
  administrators: 'an administrator',
  heads: 'head of operations there',
  stewards: 'steward of that framework',
};
