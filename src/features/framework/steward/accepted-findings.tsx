import { Phrase } from '../../../web/text.tsx';
import { deskAddress } from './addresses.ts';
import { DecidedBy } from './decided-by.tsx';
import type { Desk } from './desk.ts';
import { OneButtonForm } from './desk-page.tsx';
import { referenceTo } from './finding-refs.ts';

/** What was accepted, by whom and why, and whether there still is such a finding. */
export function AcceptedFindings({ desk }: { desk: Desk }) {
  const { accepted } = desk.stored.draft;
  if (accepted.length === 0) return null;
  const { report } = desk.examined;
  const stale = new Set(report.staleAcceptances.map(referenceTo));
  const messages = new Map(
    report.accepted.map(({ finding, acceptance }) => [referenceTo(acceptance), finding.message]),
  );
  return (
    <section class="part" aria-labelledby="_accepted">
      <h2 id="_accepted">Accepted ({accepted.length})</h2>
      <ul class="decided">
        {accepted.map((acceptance) => {
          const reference = referenceTo(acceptance);
          const { quote = '', rule } = acceptance;
          return (
            <li key={reference}>
              <div>
                {quote !== '' && (
                  <p dir="auto" class="plain-text">
                    “<Phrase text={quote} />”
                  </p>
                )}
                <p>
                  <Phrase text={messages.get(reference) ?? `Every finding of ${rule} like it.`} />
                </p>
                {stale.has(reference) && <p class="quiet">There is no such finding any more.</p>}
                <DecidedBy decision={acceptance} />
              </div>
              <OneButtonForm
                desk={desk}
                action={deskAddress(desk.stored.id, 'findings', 'withdrawals')}
                fields={{ acceptance: reference }}
              >
                Take back
                <span class="visually-hidden">
                  : <Phrase text={quote === '' ? rule : quote} />
                </span>
              </OneButtonForm>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
