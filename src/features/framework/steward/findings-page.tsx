import { type Finding, SEVERITIES, type Severity } from '../../../domain/finding.ts';
import type { Page } from '../../../web/page.ts';
import { AcceptedFindings } from './accepted-findings.tsx';
import { deskAddress } from './addresses.ts';
import type { Desk } from './desk.ts';
import { deskPage } from './desk-page.tsx';
import { FindingBlock } from './finding-block.tsx';

/** How many findings stand on one page. */
const AT_ONCE = 50;

const HEADINGS: Record<Severity, { heading: string; about: string }> = {
  error: { heading: 'Errors', about: 'These stop a release until they are mended in the source.' },
  warning: { heading: 'Warnings', about: 'Mend these, or say why they are right as they stand.' },
  note: { heading: 'Notes', about: 'Rules of style and hints. Good text may go against one.' },
};

/** @param from how many findings to pass over */
export function findingsPage(desk: Desk, from: number): Page {
  const all = findingsOf(desk);
  const start = from < all.length ? from : 0;
  const shown = all.slice(start, start + AT_ONCE);
  return deskPage(desk, 'findings', {
    heading: 'What the linter found',
    children: (
      <>
        <p class="lede">
          Nothing is corrected by itself. Mend a finding in the source and import it again, or accept it with
          a reason, which is kept with the framework.
        </p>
        {all.length === 0 && <p>There is nothing to look at.</p>}
        {SEVERITIES.map((severity) => {
          const numbered = shown.flatMap((finding, index) =>
            finding.severity === severity ? [{ finding, number: start + index + 1 }] : [],
          );
          if (numbered.length === 0) return null;
          const total = all.filter((finding) => finding.severity === severity).length;
          return (
            <section key={severity} class="part" aria-labelledby={`_${severity}`}>
              <h2 id={`_${severity}`}>
                {HEADINGS[severity].heading} ({total})
              </h2>
              <p class="quiet">{HEADINGS[severity].about}</p>
              {numbered.map(({ finding, number }) => (
                <FindingBlock key={number} desk={desk} finding={finding} number={number} />
              ))}
            </section>
          );
        })}
        <MoreFindings id={desk.stored.id} start={start} total={all.length} />
        <AcceptedFindings desk={desk} />
        {all.some(({ rule }) => rule === 'spelling') && (
          <p class="quiet">
            Words that your organisation uses can be listed in a file for <code>bin/cairn check</code> and{' '}
            <code>release</code>, with <code>--words</code>. This page does not know them.
          </p>
        )}
      </>
    ),
  });
}

/** The findings that nobody accepted, the gravest first; each kind of thing said of one place once. */
export function findingsOf({ stored, examined }: Pick<Desk, 'stored' | 'examined'>): Finding[] {
  const all = [...stored.readFindings, ...examined.report.findings];
  return SEVERITIES.flatMap((severity) => all.filter((finding) => finding.severity === severity));
}

function MoreFindings({ id, start, total }: { id: string; start: number; total: number }) {
  if (total <= AT_ONCE) return null;
  const at = (from: number) => `${deskAddress(id, 'findings')}${from > 0 ? `?from=${from}` : ''}`;
  return (
    <p class="more">
      Shown: {start + 1} to {Math.min(start + AT_ONCE, total)} of {total}.{' '}
      {start > 0 && <a href={at(Math.max(0, start - AT_ONCE))}>Earlier ones</a>}{' '}
      {start + AT_ONCE < total && <a href={at(start + AT_ONCE)}>Later ones</a>}
    </p>
  );
}
