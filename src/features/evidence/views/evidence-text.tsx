import { daysAgo } from '../../../domain/days.ts';
import type { Evidence } from '../../../domain/evidence.ts';
import { withHeading } from '../../../domain/evidence-title.ts';
import { DateInWords } from '../../../web/date.tsx';
import { MarkdownText, Phrase } from '../../../web/text.tsx';
import { inCapital } from './kind-field.tsx';

/** "Yesterday. Incident led": what stands above the text. */
export function WhenAndWhat({ evidence, today }: { evidence: Evidence; today?: string }) {
  const { happenedOn, kind } = evidence;
  return (
    <p class="quiet when">
      <Day day={happenedOn} today={today} />
      {kind !== undefined && <span class="kind">{inCapital(kind)}</span>}
    </p>
  );
}

/** What happened, its first sentence as the page's heading. */
export function EvidenceText({ text }: { text: string }) {
  const { heading, rest } = withHeading(text);
  return (
    <>
      <h1 dir="auto">
        <Phrase text={heading} />
      </h1>
      {rest.trim() !== '' && <MarkdownText text={rest} headingsFrom={2} />}
    </>
  );
}

/** A day as people say it: near ones by how long ago they were, with the date on hover. */
export function Day({ day, today }: { day: string; today?: string | undefined }) {
  const words = today === undefined ? undefined : daysAgo(day, today);
  if (words === undefined) return <DateInWords date={day} />;
  return (
    <time datetime={day} title={day}>
      {inCapital(words)}
    </time>
  );
}
