import { type FieldError, TextField, Token } from '../../../../web/form.tsx';
import { Phrase } from '../../../../web/text.tsx';
import type { PersonShown } from '../../directory/person-queries.ts';
import { counted } from '../../views/names.tsx';
import { PERSON_FIELD_SCRIPT, PersonField } from '../../views/person-field.tsx';
import { PEOPLE } from './add-person-page.tsx';
import { administrationPage } from './administration-side.tsx';
import { administeredAddress } from './person-page.tsx';

export interface LeavingTyped {
  lastDay: string;
  reportsTo: string;
}

export function leavingPage(props: {
  person: PersonShown;
  typed: LeavingTyped;
  errors: readonly FieldError[];
  token: string;
}) {
  const { person, typed, errors, token } = props;
  return administrationPage({
    heading: `${person.name} leaves`,
    current: PEOPLE,
    errors,
    scripts: [PERSON_FIELD_SCRIPT],
    children: (
      <>
        <p class="lede">
          Leaving takes effect at once, so say it on the day. What <Phrase text={person.name} /> wrote stays
          until it is erased, and from this moment nobody reads it.
        </p>
        <form class="stacked" method="post" action={`${administeredAddress(person.id)}/leaving`}>
          <Token token={token} />
          <TextField
            id="lastDay"
            name="lastDay"
            type="date"
            label="Last day"
            hint="Today or earlier"
            value={typed.lastDay}
            errors={errors}
          />
          {person.reportCount > 0 && (
            <PersonField
              id="reportsTo"
              name="reportsTo"
              label={`Who ${counted(person.reportCount, 'report reports', 'reports report')} to from now on`}
              hint="E-mail address or whole name. Leave it empty if that is nobody yet."
              value={typed.reportsTo}
              errors={errors}
            />
          )}
          <p class="buttons">
            <button type="submit" class="button">
              Check
            </button>
            <a href={administeredAddress(person.id)}>Back</a>
          </p>
        </form>
      </>
    ),
  });
}
