import { FILTER_LIST_SCRIPT, FilterList } from '../../../../web/filter-list.tsx';
import { type FieldError, TextField, Token } from '../../../../web/form.tsx';
import { Phrase } from '../../../../web/text.tsx';
import { counted } from '../../views/names.tsx';
import type { Team } from '../queries.ts';
import { administrationPage } from './administration-side.tsx';

export const TEAMS = '/administration/teams';

export interface TeamsProps {
  teams: readonly Team[];
  /** What was typed: for a new team, or for the one of this id. */
  typed: { id?: string; name: string };
  errors: readonly FieldError[];
  token: string;
  done: string | undefined;
}

export function teamsPage(props: TeamsProps) {
  const { teams, typed, errors, token, done } = props;
  return administrationPage({
    heading: 'Teams',
    current: TEAMS,
    errors,
    done,
    scripts: [FILTER_LIST_SCRIPT],
    children: (
      <>
        <section aria-labelledby="_new">
          <h2 id="_new">Add a team</h2>
          <form class="stacked" method="post" action={TEAMS}>
            <Token token={token} />
            <TextField
              id="name"
              name="name"
              label="Name"
              value={typed.id === undefined ? typed.name : ''}
              errors={errors}
              maxlength={100}
            />
            <p class="buttons">
              <button type="submit" class="button">
                Add
              </button>
            </p>
          </form>
        </section>
        <section aria-labelledby="_all">
          <h2 id="_all">{counted(teams.length, 'team', 'teams')}</h2>
          {teams.length === 0 ? (
            <p>No team yet. An import adds the teams that it names.</p>
          ) : (
            <>
              <FilterList list="_teams" label="Filter the teams" />
              <ul class="decided" id="_teams">
                {teams.map((team) => (
                  <TeamRow key={team.id} team={team} {...props} />
                ))}
              </ul>
            </>
          )}
        </section>
      </>
    ),
  });
}

function TeamRow({ team, typed, errors, token }: { team: Team } & TeamsProps) {
  const field = `name-${team.id}`;
  const own = typed.id === team.id;
  return (
    <li>
      <div>
        <p class="row-name">
          <a href={`/people?team=${team.id}`}>
            <Phrase text={team.name} />
          </a>
        </p>
        <p class="quiet">{counted(team.members, 'person', 'people')}</p>
        <details class="fold" open={own}>
          <summary>
            Rename
            <span class="visually-hidden">
              {' '}
              <Phrase text={team.name} />
            </span>
          </summary>
          <form class="stacked" method="post" action={`${TEAMS}/${team.id}/name`}>
            <Token token={token} />
            <TextField
              id={field}
              name="name"
              label="New name"
              value={own ? typed.name : team.name}
              errors={errors}
              maxlength={100}
            />
            <p class="buttons">
              <button type="submit" class="button small">
                Save
              </button>
            </p>
          </form>
        </details>
      </div>
      {team.members === 0 && (
        <form method="post" action={`${TEAMS}/${team.id}/removal`}>
          <Token token={token} />
          <button type="submit" class="button small">
            Remove
            <span class="visually-hidden">
              {' '}
              <Phrase text={team.name} />
            </span>
          </button>
        </form>
      )}
    </li>
  );
}
