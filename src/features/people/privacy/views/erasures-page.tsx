import { DateInWords } from '../../../../web/date.tsx';
import { type FieldError, TextField, Token } from '../../../../web/form.tsx';
import { Phrase } from '../../../../web/text.tsx';
import { administrationPage } from '../../administration/views/administration-side.tsx';
import type { Named, PersonShown } from '../../directory/person-queries.ts';
import { counted } from '../../views/names.tsx';

export const ERASURES = '/administration/erasures';

export interface Wish {
  person: Named;
  wishedAt: Date;
}

export function erasuresPage(wishes: readonly Wish[], done: string | undefined) {
  return administrationPage({
    heading: 'Erasures',
    current: ERASURES,
    done,
    children: (
      <>
        <p class="lede">
          You erase those who asked for it, and those who have left. Nobody else: whoever is here decides
          themselves.
        </p>
        {wishes.length === 0 ? (
          <p>Nobody asks to be erased.</p>
        ) : (
          <ul class="rows">
            {wishes.map(({ person, wishedAt }) => (
              <li key={person.id}>
                <a href={`${ERASURES}/${person.id}`}>
                  <Phrase text={person.name} />
                </a>{' '}
                <span class="quiet">
                  asked on <DateInWords date={wishedAt.toISOString()} />
                </span>
              </li>
            ))}
          </ul>
        )}
        <p>
          <a href="/administration/people?who=left">Who has left</a>
        </p>
      </>
    ),
  });
}

export function erasurePageOf(props: {
  person: PersonShown;
  errors: readonly FieldError[];
  typed: string;
  token: string;
}) {
  const { person, errors, typed, token } = props;
  const name = <Phrase text={person.name} />;
  return administrationPage({
    heading: `Erase ${person.name}`,
    current: ERASURES,
    errors,
    children: (
      <>
        <p class="lede">It cannot be undone, and a backup that is restored erases them again.</p>
        <section aria-labelledby="_goes">
          <h2 id="_goes">What goes</h2>
          <ul class="prose">
            <li>{name} in the directory: name, address, staff number, teams, reporting lines, levels.</li>
            <li>Their account, and everything with which they sign in.</li>
            <li>Everything they wrote, with its files, whoever it was shared with.</li>
          </ul>
        </section>
        <section aria-labelledby="_stays">
          <h2 id="_stays">What stays</h2>
          <ul class="prose">
            <li>
              What others wrote and have. Where it named {name} as a person, it reads “somebody who has been
              erased”.
            </li>
            {person.reportCount > 0 && (
              <li>
                {counted(person.reportCount, 'person who reports', 'people who report')} to {name}: they
                report to nobody then.
              </li>
            )}
            <li>That things happened, and when, with an id that stands for nobody.</li>
          </ul>
        </section>
        <form class="stacked" method="post" action={`${ERASURES}/${person.id}`}>
          <Token token={token} />
          <TextField
            id="name"
            name="name"
            label={`Type their name, “${person.name}”`}
            value={typed}
            errors={errors}
            autocomplete="off"
            maxlength={200}
          />
          <p class="buttons">
            <button type="submit" class="button">
              Erase them
            </button>
            <a href={ERASURES}>Back</a>
          </p>
        </form>
      </>
    ),
  });
}
