import type { Page } from '../../../web/page.ts';
import { Phrase } from '../../../web/text.tsx';
import type { ChangesSince } from '../changes-since.ts';
import type { PathRow } from '../path-rows.ts';
import type { Recent } from '../queries/recent.ts';
import type { Reader } from '../queries/standing.ts';
import type { Stones } from '../queries/stones.ts';
import type { OnTheLadder, WhereYouAre } from '../where-you-are.ts';
import { ChangesSection } from './changes-since.tsx';
import { EarlierInShort } from './earlier-in-short.tsx';
import { monthInWords } from './months.ts';
import { PathRows } from './path-rows.tsx';
import { QuickBox } from './quick-box.tsx';
import { LastNote, RecentNotes } from './recent-notes.tsx';
import { LevelGone, WithoutLadder } from './without-ladder.tsx';

export interface PathProps {
  name: string;
  where: WhereYouAre;
  rows: readonly PathRow[];
  stones: ReadonlyMap<string, Stones>;
  changes: readonly ChangesSince[];
  recent: Recent;
  readers: readonly Reader[];
  today: string;
  token: string;
  /** Chosen before the box is sent, so that sending it twice notes it once. */
  newId: string;
}

/** The page that somebody opens daily: where they are, what they have gathered, what comes next. */
export function myPathPage(props: PathProps): Page {
  const { name, where, recent, today, token, newId, readers } = props;
  return {
    title: 'My path',
    draft: true,
    section: 'my-path',
    main: (
      <div class="my-path">
        <h1>
          Where you are, <Phrase text={name} />
        </h1>
        <Standing where={where} />
        <QuickBox token={token} newId={newId} example={recent.pieces < 5} />
        <LastNote recent={recent} readers={readers} today={today} />
        {where.is === 'on the ladder' ? (
          <Ladder {...props} where={where} />
        ) : (
          <WithoutLadder where={where} readers={readers} />
        )}
        <RecentNotes recent={recent} today={today} />
        <Plan />
      </div>
    ),
  };
}

/** What follows from it, on pages of its own. */
function Plan() {
  return (
    <nav class="my-plan" aria-label="Your plan">
      <ul>
        <li>
          <a href="/actions">Your actions</a>
        </li>
        <li>
          <a href="/objectives">Your objectives</a>
        </li>
        <li>
          <a href="/learning">Your learning</a>
        </li>
        <li>
          <a href="/qualifications">Your qualifications</a>
        </li>
      </ul>
    </nav>
  );
}

function Standing({ where }: { where: WhereYouAre }) {
  if (where.is !== 'on the ladder') return null;
  return (
    <p class="lede">
      <Phrase text={where.own.name} /> since {monthInWords(where.held.since)}, in{' '}
      <Phrase text={where.edition.framework.name} /> {where.edition.version}.
    </p>
  );
}

function Ladder(props: PathProps & { where: OnTheLadder }) {
  const { where, rows, stones, changes } = props;
  return (
    <>
      <LevelGone where={where} readers={props.readers} />
      <PathRows where={where} rows={rows} stones={stones} />
      <EarlierInShort where={where} stones={stones} />
      <ChangesSection changes={changes} />
    </>
  );
}
