import { rhythmInWords } from '../../../domain/cadence.ts';
import type { Page } from '../../../web/page.ts';
import type { Viewer } from '../../../web/session.ts';
import { Phrase } from '../../../web/text.tsx';
import { HEAD } from '../views/addresses.ts';
import { planPage } from '../views/shell.tsx';
import type { TeamTalks } from './queries.ts';
import { TeamSide } from './side.tsx';

/** Talks of the teams below a head of operations, as counts. */
export function headPage(props: {
  rhythm: number | null;
  teams: readonly TeamTalks[];
  viewer: Viewer;
}): Page {
  const { rhythm, teams, viewer } = props;
  const counted = teams.filter(({ people }) => people !== null);
  return planPage({
    title: 'Talks, team by team',
    section: 'team',
    left: <TeamSide viewer={viewer} current={HEAD} />,
    main: (
      <>
        <h1>Talks, team by team</h1>
        <p class="lede">
          {rhythm === null
            ? 'The organisation has set no rhythm of talks, so none is due or late. Held: within a year.'
            : `The rhythm is a talk ${rhythmInWords(rhythm)}. Held: within one rhythm. Due: within 30 days. Late: past their day.`}{' '}
          Counts only, of your part of the reporting line; whom they are about is between them and their line
          manager.
        </p>
        {counted.length > 0 && <Counts teams={counted} rhythm={rhythm} />}
        <Uncounted teams={teams} />
      </>
    ),
  });
}

function Counts({ teams, rhythm }: { teams: readonly TeamTalks[]; rhythm: number | null }) {
  return (
    <table class="plan-table" aria-label="Talks of each team">
      <thead>
        <tr>
          <th scope="col">Team</th>
          <th scope="col">People</th>
          <th scope="col">Held</th>
          {rhythm !== null && <th scope="col">Due</th>}
          {rhythm !== null && <th scope="col">Late</th>}
        </tr>
      </thead>
      <tbody>
        {teams.map(({ id, team, people, held, due, late }) => (
          <tr key={id}>
            <th scope="row">
              <Phrase text={team} />
            </th>
            <td>{people}</td>
            <td>{held}</td>
            {rhythm !== null && <td>{due}</td>}
            {rhythm !== null && <td>{late}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A count of four people would as good as name them. */
function Uncounted({ teams }: { teams: readonly TeamTalks[] }) {
  const small = teams.filter(({ people }) => people === null);
  if (teams.length === 0) return <p>Nobody below you stands in a team yet.</p>;
  if (small.length === 0) return null;
  return (
    <p class="quiet">
      Not counted, because fewer than five people of it are in your part of the line:{' '}
      {small.map(({ id, team }, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <Phrase text={team} />
        </span>
      ))}
      .
    </p>
  );
}
