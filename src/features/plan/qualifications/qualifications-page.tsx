import { heldInWords, warningOf } from '../../../domain/qualification.ts';
import { DateInWords } from '../../../web/date.tsx';
import { isSafeLink } from '../../../web/markdown.ts';
import type { Page } from '../../../web/page.ts';
import { Phrase } from '../../../web/text.tsx';
import { QUALIFICATIONS, qualificationAddress } from '../views/addresses.ts';
import type { DoneWord } from '../views/done.ts';
import { planPage } from '../views/shell.tsx';
import { Parts } from '../views/words.tsx';
import type { Qualification } from './queries.ts';
import type { NamedByProfile } from './role-profile.ts';

/** The register of one's own. */
export function qualificationsPage(props: {
  qualifications: readonly Qualification[];
  named: readonly NamedByProfile[];
  today: string;
  done: DoneWord | undefined;
}): Page {
  const { qualifications, named, today, done } = props;
  return planPage({
    title: 'Your qualifications',
    current: QUALIFICATIONS,
    done,
    main: (
      <>
        <h1>Your qualifications</h1>
        <p class="lede">
          Certificates and the like, and until when they hold. You are told 90 and 30 days before one ends.
          Only you can read them until you share them.
        </p>
        {qualifications.length === 0 && (
          <p>
            Nothing is entered yet. <a href={`${QUALIFICATIONS}/new`}>Enter the first</a>.
          </p>
        )}
        <QualificationList qualifications={qualifications} today={today} own />
        {named.map((profile) => (
          <Profile key={profile.address} named={profile} />
        ))}
      </>
    ),
    right: (
      <aside class="right" aria-label="What you can do here">
        <ul class="actions">
          <li>
            <a href={`${QUALIFICATIONS}/new`}>Enter a qualification</a>
          </li>
        </ul>
      </aside>
    ),
  });
}

export function QualificationList(props: {
  qualifications: readonly Qualification[];
  today: string;
  /** Whether they are the viewer's own. */
  own: boolean;
}) {
  const { qualifications, today, own } = props;
  if (qualifications.length === 0) return null;
  return (
    <ul class="plan-list">
      {qualifications.map((one) => (
        <li key={one.id} class="plan-entry">
          <div>
            <p class="plan-text" dir="auto">
              {own ? (
                <a href={qualificationAddress(one.id)}>
                  <Phrase text={one.name} />
                </a>
              ) : (
                <Phrase text={one.name} />
              )}
            </p>
            <p class="quiet">
              <Parts
                parts={[
                  heldInWords(one, today),
                  warningOf(one, today) !== undefined && <Warning qualification={one} today={today} />,
                  one.body !== null && <Phrase text={one.body} />,
                  one.number !== null && (
                    <>
                      number <Phrase text={one.number} />
                    </>
                  ),
                  one.file !== null && <FileLink qualification={one} />,
                  own && (one.sharedAt === null ? 'only you can read it' : 'shared'),
                ]}
              />
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Says ahead that one ends, while there is time to do something about it. */
export function Warning({ qualification, today }: { qualification: Qualification; today: string }) {
  if (qualification.until === null || warningOf(qualification, today) === undefined) return null;
  return (
    <span class="overdue">
      ends on <DateInWords date={qualification.until} />
    </span>
  );
}

export function FileLink({ qualification: { id, name, file } }: { qualification: Qualification }) {
  if (file === null) return null;
  return (
    <a href={qualificationAddress(id, 'file')}>
      <Phrase text={file.name} />
      <span class="visually-hidden">
        {' '}
        of <Phrase text={name} />
      </span>
    </a>
  );
}

/** In words, and no list to tick: what is not entered may well be held. */
function Profile({ named: { profile, address, qualifications } }: { named: NamedByProfile }) {
  const id = `_${encodeURIComponent(address)}`;
  return (
    <section class="part" aria-labelledby={id}>
      <h2 id={id}>
        What the role profile{' '}
        <a href={address}>
          <Phrase text={profile} />
        </a>{' '}
        names
      </h2>
      <dl class="plan-named">
        {qualifications.map(({ name, url, held, words }) => (
          <div key={name}>
            <dt>
              {url !== undefined && isSafeLink(url) ? (
                <a href={url}>
                  <Phrase text={name} />
                </a>
              ) : (
                <Phrase text={name} />
              )}
            </dt>
            <dd>
              {words}
              {held === undefined && (
                <>
                  {' '}
                  <a href={`${QUALIFICATIONS}/new?${new URLSearchParams({ name })}`}>
                    Enter it<span class="visually-hidden">: {name}</span>
                  </a>
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
