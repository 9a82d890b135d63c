import type { ComponentChildren } from 'preact';
import type { Framework } from '../../../domain/framework.ts';
import { isReviewOverdue, policyInForce } from '../../../domain/policy.ts';
import { DateInWords } from '../../../web/date.tsx';
import { Phrase } from '../../../web/text.tsx';

/** What can be done about the page that is open. */
export function Actions({ copyFrom, children }: { copyFrom: string; children?: ComponentChildren }) {
  return (
    <ul class="actions">
      <li>
        <a
          href={copyFrom}
          data-copy-link
          title="The address of this page in this version, which stays as it is"
        >
          <span data-copy-label>Link to this version</span>
        </a>
      </li>
      {/* Only a script can open the print dialogue; the button waits hidden for it. */}
      <li hidden data-print>
        <button type="button">Print</button>
      </li>
      {children}
    </ul>
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
        Review due on <DateInWords date={reviewBy} />.
      </>
    );
  }
  return (
    <strong class="overdue">
      Review overdue: it was due on <DateInWords date={reviewBy} />.
    </strong>
  );
}
