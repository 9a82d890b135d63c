import { DateInWords } from '../../../../web/date.tsx';
import { MarkdownText } from '../../../../web/text.tsx';
import { evidenceAddress } from '../../views/addresses.ts';
import { WayBack } from '../../views/shell.tsx';

/** What the pages about confirming show of a piece of evidence. */
export interface QuotedEvidence {
  id: string;
  text: string;
  happenedOn: string;
  /** Counts edits. */
  version: number;
}

/** The text in question, and when it happened. */
export function EvidenceQuoted({ evidence }: { evidence: Pick<QuotedEvidence, 'text' | 'happenedOn'> }) {
  return (
    <section class="wording" aria-label="What it says">
      <p class="quiet">
        <DateInWords date={evidence.happenedOn} />
      </p>
      <MarkdownText text={evidence.text} headingsFrom={2} />
    </section>
  );
}

export function WayToEvidence({ evidence }: { evidence: string }) {
  return (
    <WayBack>
      <p class="left-title">
        <a href={evidenceAddress(evidence)}>This piece</a>
      </p>
    </WayBack>
  );
}
