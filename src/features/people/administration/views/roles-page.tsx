import type { ComponentChildren } from 'preact';
import type { PublishedFrameworks } from '../../../../domain/published.ts';
import { DateInWords } from '../../../../web/date.tsx';
import { type FieldError, SelectField, Token } from '../../../../web/form.tsx';
import { Phrase } from '../../../../web/text.tsx';
import { PersonLink } from '../../views/names.tsx';
import { PERSON_FIELD_SCRIPT, PersonField } from '../../views/person-field.tsx';
import type { RoleHeld, RolesHeld } from '../queries.ts';
import { administrationPage } from './administration-side.tsx';

export const ROLES = '/administration/roles';

/** The roles that are given; everybody else is a person. */
export type RoleKind = 'administrators' | 'heads' | 'stewards';

export interface RolesProps {
  roles: RolesHeld;
  published: PublishedFrameworks;
  typed: Readonly<Record<string, string>>;
  errors: readonly FieldError[];
  token: string;
  done: string | undefined;
}

export function rolesPage(props: RolesProps) {
  const { roles, published, errors, done } = props;
  const frameworkName = (id: string | undefined) => published.find(id ?? '')?.framework.name ?? id ?? '';
  return administrationPage({
    heading: 'Roles',
    current: ROLES,
    errors,
    done,
    scripts: [PERSON_FIELD_SCRIPT],
    children: (
      <>
        <p class="lede">
          Whoever has no role is a person like any other: with their own record, and with what others share
          with them.
        </p>
        <RoleSection
          {...props}
          kind="administrators"
          heading="Administrators"
          about="They run the installation and the directory. They read nobody’s record, unless they break the glass, which its owner is told."
          held={roles.administrators}
          of={() => null}
        />
        <RoleSection
          {...props}
          kind="heads"
          heading="Heads of operations"
          about="They see counts for teams of five or more in their part of the reporting line. They read nobody’s notes."
          held={roles.heads}
          of={({ person, root }) =>
            root?.id === person.id ? (
              'over everybody below them'
            ) : (
              <>over the line of {root && <PersonLink person={root} />}</>
            )
          }
        >
          <PersonField
            id="heads-root"
            name="root"
            label="Over whose part of the reporting line"
            hint="The person at the top of it: e-mail address or whole name"
            value={props.typed.root ?? ''}
            errors={errors}
          />
        </RoleSection>
        <RoleSection
          {...props}
          kind="stewards"
          heading="Stewards"
          about="They maintain one framework, drafts included, and answer questions about its wording."
          held={roles.stewards}
          of={({ framework }) => (
            <>
              of <Phrase text={frameworkName(framework)} />
            </>
          )}
        >
          <SelectField
            id="stewards-framework"
            name="framework"
            label="Of which framework"
            none="Choose a framework"
            value={props.typed.framework ?? ''}
            errors={errors}
            groups={[
              {
                label: 'Published',
                options: published
                  .newest()
                  .map(({ framework: { id, name } }) => ({ value: id, label: name })),
              },
            ]}
          />
        </RoleSection>
      </>
    ),
  });
}

function RoleSection(
  props: RolesProps & {
    kind: RoleKind;
    heading: string;
    about: string;
    held: readonly RoleHeld[];
    of: (role: RoleHeld) => ComponentChildren;
    children?: ComponentChildren;
  },
) {
  const { kind, heading, about, held, of, typed, errors, token, children } = props;
  return (
    <section aria-labelledby={`_${kind}`}>
      <h2 id={`_${kind}`}>{heading}</h2>
      <p class="quiet">{about}</p>
      {held.length === 0 ? (
        <p>Nobody yet.</p>
      ) : (
        <ul class="decided">
          {held.map((role) => (
            <li key={role.id}>
              <div>
                <PersonLink person={role.person} /> {of(role)}
                <p class="quiet">
                  Since <DateInWords date={role.since.toISOString()} />
                </p>
              </div>
              <form method="post" action={`${ROLES}/${kind}/${role.id}/end`}>
                <Token token={token} />
                <button type="submit" class="button small">
                  End
                  <span class="visually-hidden">
                    {' '}
                    for <Phrase text={role.person.name} />
                  </span>
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <details class="fold" open={typed.kind === kind}>
        <summary>Give this role</summary>
        <form class="stacked" method="post" action={`${ROLES}/${kind}`}>
          <Token token={token} />
          <PersonField
            id={`${kind}-person`}
            name="person"
            label="Who"
            value={typed.kind === kind ? (typed.person ?? '') : ''}
            errors={errors}
          />
          {children}
          <p class="buttons">
            <button type="submit" class="button">
              Check
            </button>
          </p>
        </form>
      </details>
    </section>
  );
}
