import { type FieldError, SelectField, Token } from '../../../../web/form.tsx';
import { PERSON_FIELD_SCRIPT, PersonField } from '../../views/person-field.tsx';
import type { Team } from '../queries.ts';
import { administrationPage } from './administration-side.tsx';
import { DetailsFields, type DetailsTyped } from './details-fields.tsx';

export const PEOPLE = '/administration/people';

export interface JoiningTyped extends DetailsTyped {
  team: string;
  manager: string;
}

export function addPersonPage(props: {
  teams: readonly Team[];
  typed: JoiningTyped;
  errors: readonly FieldError[];
  token: string;
}) {
  const { teams, typed, errors, token } = props;
  return administrationPage({
    heading: 'Add somebody',
    current: PEOPLE,
    errors,
    scripts: [PERSON_FIELD_SCRIPT],
    children: (
      <>
        <p class="lede">
          From then on they are in the directory, and their line manager reads what they share with them.
          Signing in takes an invitation, or signing up where that is open.
        </p>
        <form class="stacked" method="post" action={PEOPLE}>
          <Token token={token} />
          <DetailsFields typed={typed} errors={errors} />
          <TeamField teams={teams} value={typed.team} errors={errors} />
          <PersonField
            id="manager"
            name="manager"
            label="Line manager"
            hint="E-mail address or whole name. Leave it empty for somebody who reports to nobody."
            value={typed.manager}
            errors={errors}
          />
          <p class="buttons">
            <button type="submit" class="button">
              Add
            </button>
            <a href={PEOPLE}>Back</a>
          </p>
        </form>
      </>
    ),
  });
}

export function TeamField(props: { teams: readonly Team[]; value: string; errors: readonly FieldError[] }) {
  const { teams, value, errors } = props;
  const options = teams.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <SelectField
      id="team"
      name="team"
      label="Team"
      none="None"
      value={value}
      errors={errors}
      groups={[{ label: 'Teams', options }]}
    />
  );
}
