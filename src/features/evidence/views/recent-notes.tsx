import { daysAgo } from '../../../domain/days.ts';
import { titleOf } from '../../../domain/evidence-title.ts';
import { DateInWords } from '../../../web/date.tsx';
import { Phrase } from '../../../web/text.tsx';
import type { InShort, Recent } from '../queries/recent.ts';
import type { Reader } from '../queries/standing.ts';
import { EVIDENCE, evidenceAddress } from './addresses.ts';
import { Day } from './evidence-text.tsx';

const LOOSE = `${EVIDENCE}?tied=no`;

/** The last note and how many are tied to nothing, in a line. */
export function LastNote(props: { recent: Recent; readers: readonly Reader[]; today: string }) {
  const { recent, readers, today } = props;
  const [last] = recent.last;
  if (last === undefined) {
    return (
      <p class="quiet last-note">Nothing noted yet. One line about something that happened is enough.</p>
    );
  }
  const when = daysAgo(last.happenedOn, today);
  return (
    <p class="quiet last-note">
      Last:{' '}
      <a href={evidenceAddress(last.id)}>
        “<Phrase text={titleOf(last.text)} />”
      </a>
      , {when ?? <DateInWords date={last.happenedOn} />}, <SharedInShort last={last} readers={readers} />.
      {recent.loose > 0 && (
        <>
          {' '}
          <a href={LOOSE}>{looseInWords(recent.loose)}</a>
        </>
      )}
    </p>
  );
}

/** What was noted last, and what waits to be tied. */
export function RecentNotes({ recent, today }: { recent: Recent; today: string }) {
  if (recent.pieces === 0) return null;
  return (
    <div class="recent">
      <section aria-labelledby="_recent">
        <h2 id="_recent">Noted last</h2>
        <ShortList notes={recent.last} today={today} />
        <p>
          <a href={EVIDENCE}>
            {recent.pieces === 1 ? 'Your one note' : `All ${recent.pieces.toLocaleString('en-GB')} notes`}
          </a>
        </p>
      </section>
      {recent.loose > 0 && (
        <section aria-labelledby="_loose">
          <h2 id="_loose">Not tied to anything</h2>
          <ShortList notes={recent.lastLoose} today={today} tie />
          {recent.loose > recent.lastLoose.length && (
            <p>
              <a href={LOOSE}>All {recent.loose.toLocaleString('en-GB')}</a>
            </p>
          )}
        </section>
      )}
    </div>
  );
}

function ShortList(props: { notes: readonly InShort[]; today: string; tie?: boolean }) {
  const { notes, today, tie } = props;
  return (
    <ul class="notes">
      {notes.map(({ id, text, happenedOn, sharedAt }) => (
        <li key={id}>
          <a href={evidenceAddress(id)}>
            <Phrase text={titleOf(text)} />
          </a>{' '}
          <span class="quiet">
            <Day day={happenedOn} today={today} />
            {sharedAt !== undefined && ', shared'}
          </span>
          {tie && (
            <a class="quiet tie-it" href={evidenceAddress(id, 'ties')}>
              Tie it<span class="visually-hidden">: {titleOf(text)}</span>
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}

function SharedInShort({ last, readers }: { last: InShort; readers: readonly Reader[] }) {
  if (last.sharedAt === undefined) return <>not shared</>;
  const manager = readers.find(({ until }) => until === undefined);
  return (
    <>
      shared with <Phrase text={manager?.name ?? 'your line manager'} />
    </>
  );
}

function looseInWords(loose: number): string {
  if (loose === 1) return 'One note is not tied to anything yet.';
  return `${loose.toLocaleString('en-GB')} notes are not tied to anything yet.`;
}
