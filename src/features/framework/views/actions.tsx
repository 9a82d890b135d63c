import type { ComponentChildren } from 'preact';
import type { Framework } from '../../../domain/framework.ts';
import { isReviewOverdue, policyInForce } from '../../../domain/policy.ts';
import { DateInWords } from '../../../web/date.tsx';
import { Phrase } from '../../../web/text.tsx';
import { noteAddress } from './addresses.ts';
import type { Place } from './place.ts';

/** What can be done about the page that is open. */
export function Actions(props: {
  copyFrom: string;
  of: 'version' | 'draft';
  /** What leads on from the page, before what can be done with it. */
  first?: ComponentChildren;
  children?: ComponentChildren;
}) {
  const { copyFrom, of, first, children } = props;
  return (
    <ul class="actions">
      {first}
      <li>
        <a href={copyFrom} data-copy-link title={LINK_TITLES[of]}>
          <CopyLabel /> to this {of}
        </a>
      </li>
      {/* Only a script can open the print dialogue. */}
      <li class="with-script">
        <button type="button" data-print>
          Print
        </button>
      </li>
      {children}
    </ul>
  );
}

/** What a link that can be copied is called: which of the two a browser shows, its style sheet decides before the
 * first drawing, so that nothing moves when the script arrives. */
export function CopyLabel() {
  return (
    <span data-copy-label>
      <span class="with-script">Copy link</span>
      <span class="without-script">Link</span>
    </span>
  );
}

const LINK_TITLES = {
  version: 'The address of this page in this version, which stays as it is',
  draft: 'The address of this page for people with a preview link',
};

/** The way to note what speaks to what the page is about, for those who are signed in. Nothing of them is in it. */
export function NoteAction({ place, about }: { place: Place; about: Parameters<typeof noteAddress>[1] }) {
  const { viewing, edition } = place;
  if (viewing.signedIn !== true || edition.version === undefined) return null;
  return (
    <li>
      <a href={noteAddress(edition.framework.id, about)}>Note something you did</a>
    </li>
  );
}

/** Who maintains the framework and when it is looked at again. */
export function Stewardship({ framework, today }: { framework: Framework; today: string }) {
  const policy = policyInForce(framework);
  return (
    <p class="quiet">
      {policy.steward === undefined ? (
        'Nobody is named as maintaining it.'
      ) : (
        <>
          Maintained by <Phrase text={policy.steward} />.
        </>
      )}{' '}
      {policy.reviewBy !== undefined && (
        <ReviewDue reviewBy={policy.reviewBy} overdue={isReviewOverdue(policy, today)} />
      )}
    </p>
  );
}

function ReviewDue({ reviewBy, overdue }: { reviewBy: string; overdue: boolean }) {
  if (!overdue) {
    return (
      <>
        Review due <DateInWords date={reviewBy} />.
      </>
    );
  }
  return (
    <strong class="overdue">
      Review overdue: it was due on <DateInWords date={reviewBy} />.
    </strong>
  );
}
