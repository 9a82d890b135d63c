import { Banner } from '../../../../web/banner.tsx';
import { DateInWords } from '../../../../web/date.tsx';
import { type FieldError, Token } from '../../../../web/form.tsx';
import { Phrase } from '../../../../web/text.tsx';
import type { PersonShown } from '../../directory/person-queries.ts';
import { PersonLink, personAddress } from '../../views/names.tsx';
import { PERSON_FIELD_SCRIPT, PersonField } from '../../views/person-field.tsx';
import type { PersonHistory, Span, Team } from '../queries.ts';
import { PEOPLE, TeamField } from './add-person-page.tsx';
import { administrationPage } from './administration-side.tsx';
import { DetailsFields, type DetailsTyped } from './details-fields.tsx';

export interface AdministeredProps {
  person: PersonShown;
  history: PersonHistory;
  teams: readonly Team[];
  typed: DetailsTyped & { manager: string };
  errors: readonly FieldError[];
  token: string;
  done: string | undefined;
}

export function administeredAddress(id: string): string {
  return `${PEOPLE}/${encodeURIComponent(id)}`;
}

export function administeredPage(props: AdministeredProps) {
  const { person, history, errors, done } = props;
  return administrationPage({
    heading: person.name,
    current: PEOPLE,
    errors,
    done,
    scripts: [PERSON_FIELD_SCRIPT],
    right: <Right {...props} />,
    children: (
      <>
        {person.leftOn !== null && (
          <Banner tone="plain" label="No longer here">
            <p>
              Left on <DateInWords date={person.leftOn} />. They cannot sign in, and nobody reads what they
              shared.
            </p>
          </Banner>
        )}
        {history.wishesErasure && (
          <Banner tone="attention" label="Wishes to be erased">
            <p>
              They wish to be erased.{' '}
              <a href={`/administration/erasures/${person.id}`}>See what that means</a>
            </p>
          </Banner>
        )}
        {person.leftOn === null && <Manager {...props} />}
        {person.leftOn === null && <TeamForm {...props} />}
        <Details {...props} />
        <History heading="Whom they reported to" id="_managers" spans={history.managers} nobody="Nobody" />
        <History heading="Teams they were in" id="_teams" spans={history.teams} nobody="None" />
      </>
    ),
  });
}

function Manager({ person, typed, errors, token }: AdministeredProps) {
  return (
    <section aria-labelledby="_manager">
      <h2 id="_manager">Line manager</h2>
      <form class="stacked" method="post" action={`${administeredAddress(person.id)}/manager`}>
        <Token token={token} />
        <PersonField
          id="manager"
          name="manager"
          label="Who they report to"
          hint="E-mail address or whole name. Leave it empty for somebody who reports to nobody."
          value={typed.manager}
          errors={errors}
        />
        <p class="buttons">
          <button type="submit" class="button">
            Check<span class="visually-hidden"> the line manager</span>
          </button>
        </p>
      </form>
    </section>
  );
}

function TeamForm({ person, teams, errors, token }: AdministeredProps) {
  return (
    <section aria-labelledby="_team">
      <h2 id="_team">Team</h2>
      <form class="stacked" method="post" action={`${administeredAddress(person.id)}/team`}>
        <Token token={token} />
        <TeamField teams={teams} value={person.team?.id ?? ''} errors={errors} />
        <p class="buttons">
          <button type="submit" class="button">
            Move<span class="visually-hidden"> to this team</span>
          </button>
        </p>
      </form>
    </section>
  );
}

function Details({ person, typed, errors, token }: AdministeredProps) {
  return (
    <section aria-labelledby="_details">
      <h2 id="_details">What is known of them</h2>
      <form class="stacked" method="post" action={`${administeredAddress(person.id)}/details`}>
        <Token token={token} />
        <DetailsFields typed={typed} errors={errors} />
        <p class="buttons">
          <button type="submit" class="button">
            Save
          </button>
        </p>
      </form>
    </section>
  );
}

function History(props: { heading: string; id: string; spans: readonly Span[]; nobody: string }) {
  const { heading, id, spans, nobody } = props;
  if (spans.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <ul class="rows history">
        {spans.map(({ where, since, until }) => (
          <li key={since.toISOString()}>
            {where === null ? (
              nobody
            ) : id === '_managers' ? (
              <PersonLink person={where} />
            ) : (
              <Phrase text={where.name} />
            )}
            <span class="quiet">
              {' '}
              since <DateInWords date={since.toISOString()} />
              {until !== null && (
                <>
                  {' '}
                  until <DateInWords date={until.toISOString()} />
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Right({ person, token }: AdministeredProps) {
  const own = administeredAddress(person.id);
  return (
    <aside class="right" aria-label="What you can do">
      <ul class="actions">
        <li>
          <a href={personAddress(person.id)}>Page in the directory</a>
        </li>
        {person.leftOn === null && (
          <>
            <li>
              <a href={`${personAddress(person.id)}/level`}>Set level</a>
            </li>
            <li>
              <a href="/administration/invitations">Invite them</a>
            </li>
            <li>
              <a href={`${own}/leaving`}>They leave</a>
            </li>
          </>
        )}
        {person.leftOn !== null && (
          <>
            <li>
              <form method="post" action={`${own}/return`}>
                <Token token={token} />
                <button type="submit">They came back</button>
              </form>
            </li>
            <li>
              <a href={`/administration/erasures/${person.id}`}>Erase them</a>
            </li>
          </>
        )}
      </ul>
    </aside>
  );
}
