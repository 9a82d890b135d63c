import { monthOf } from '../../../domain/days.ts';
import { titleOf } from '../../../domain/evidence-title.ts';
import type { Framework } from '../../../domain/framework.ts';
import type { PublishedFrameworks } from '../../../domain/published.ts';
import type { Page } from '../../../web/page.ts';
import { Phrase } from '../../../web/text.tsx';
import { spokenTo } from '../expectations.ts';
import { type Asked, isFiltered, listAddress } from '../filter.ts';
import type { Counts, Listed } from '../queries/list-evidence.ts';
import { type DoneWord, EVIDENCE, evidenceAddress, MY_PATH, NEW_EVIDENCE } from './addresses.ts';
import { AroundEvidence } from './around.tsx';
import { Day } from './evidence-text.tsx';
import { FilterForm } from './filter-form.tsx';
import { Found } from './found.tsx';
import { inCapital } from './kind-field.tsx';
import { monthInWords } from './months.ts';
import { evidencePage } from './shell.tsx';

interface Props {
  asked: Asked;
  counts: Counts;
  lines: readonly Listed[];
  /** Whether there are older ones. */
  more: boolean;
  /** Whether this is not the beginning of the list. */
  goesOn: boolean;
  published: PublishedFrameworks;
  /** Whose competencies can be chosen from. */
  framework: Framework | undefined;
  today: string;
  done: DoneWord | undefined;
}

/** Everything that somebody noted, newest first, under the month in which it happened. */
export function listPage(props: Props): Page {
  const { asked, counts, lines, more, goesOn, done } = props;
  return evidencePage({
    title: 'Your evidence',
    done,
    left: (
      <nav class="left way-back" aria-label="Your evidence">
        <p class="left-title">
          <a href={MY_PATH}>My path</a>
        </p>
        <AroundEvidence />
      </nav>
    ),
    main: (
      <div class="timeline">
        <h1>Your evidence</h1>
        {counts.pieces === 0 ? <NothingYet /> : <FilterForm {...props} />}
        {counts.pieces > 0 && <HowMany asked={asked} counts={counts} />}
        {goesOn && (
          <p>
            <a href={listAddress(EVIDENCE, asked)}>Back to the newest</a>
          </p>
        )}
        {[...Map.groupBy(lines, ({ happenedOn }) => monthOf(happenedOn))].map(([month, ofMonth]) => (
          <section key={month} aria-labelledby={`_${month}`}>
            <h2 id={`_${month}`}>{monthInWords(month)}</h2>
            <ul class="notes">
              {ofMonth.map((line) => (
                <Line key={line.id} line={line} published={props.published} today={props.today} />
              ))}
            </ul>
          </section>
        ))}
        {more && <Older asked={asked} last={lines.at(-1)} />}
      </div>
    ),
  });
}

function NothingYet() {
  return (
    <p class="lede">
      Nothing noted yet. What you note stands here, by month. <a href={NEW_EVIDENCE}>Note what happened</a>
    </p>
  );
}

function HowMany({ asked, counts: { found, pieces } }: { asked: Asked; counts: Counts }) {
  if (!isFiltered(asked)) return null;
  return (
    <p class="quiet" role="status">
      {found === 0 ? 'Nothing found' : `${found.toLocaleString('en-GB')} found`} among{' '}
      {pieces === 1 ? 'your one note' : `your ${pieces.toLocaleString('en-GB')} notes`}.{' '}
      <a href={EVIDENCE}>Show all</a>
    </p>
  );
}

function Line({ line, published, today }: { line: Listed; published: PublishedFrameworks; today: string }) {
  const { id, text, happenedOn, kind, sharedAt, ties, found } = line;
  return (
    <li>
      <a href={evidenceAddress(id)} class="note-title">
        <Phrase text={titleOf(text)} />
      </a>
      {found !== undefined && (
        <p class="found" dir="auto">
          <Found text={found} />
        </p>
      )}
      <p class="quiet">
        <Day day={happenedOn} today={today} />
        {kind !== undefined && `. ${inCapital(kind)}`}
        {sharedAt !== undefined && '. Shared'}
        {ties.length === 0 ? (
          <>
            . <a href={evidenceAddress(id, 'ties')}>Tie it to something</a>
          </>
        ) : (
          <>
            . <TiesInShort ties={ties} published={published} />
          </>
        )}
      </p>
    </li>
  );
}

/** More than this many are counted. */
const MOST_TIES_NAMED = 3;

function TiesInShort({ ties, published }: { ties: Listed['ties']; published: PublishedFrameworks }) {
  const names = ties.map((tie) => {
    const newest = published.find(tie.framework)?.version ?? '';
    const { competency, level } = spokenTo(published, { ...tie, release: newest });
    return level === '' ? competency : `${competency}, ${level}`;
  });
  const different = [...new Set(names)];
  const shown = different.slice(0, MOST_TIES_NAMED);
  return (
    <>
      {shown.map((name, index) => (
        <span key={name}>
          {index > 0 && '; '}
          <Phrase text={name} />
        </span>
      ))}
      {different.length > shown.length && `; ${different.length - shown.length} more`}
    </>
  );
}

function Older({ asked, last }: { asked: Asked; last: Listed | undefined }) {
  if (last === undefined) return null;
  return (
    <p>
      <a href={listAddress(EVIDENCE, asked, { after: `${last.happenedOn}_${last.id}` })} rel="next">
        Older notes
      </a>
    </p>
  );
}
