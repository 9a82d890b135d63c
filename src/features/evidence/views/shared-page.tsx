import type { Evidence } from '../../../domain/evidence.ts';
import { withHeading } from '../../../domain/evidence-title.ts';
import type { Page } from '../../../web/page.ts';
import { Phrase, titleText } from '../../../web/text.tsx';
import type { AskMade } from '../confirm/queries.ts';
import { ConfirmedBy } from '../confirm/views/confirmed-by.tsx';
import type { SpokenTo } from '../expectations.ts';
import { EvidenceText, WhenAndWhat } from './evidence-text.tsx';
import { Files } from './files.tsx';
import { HelpedList } from './helped.tsx';
import { Links } from './links.tsx';
import { SpeaksTo } from './speaks-to.tsx';

interface Props {
  evidence: Evidence;
  spoken: readonly SpokenTo[];
  /** Who confirmed it. */
  asks: readonly AskMade[];
  /** Whose it is. */
  owner: string;
}

/** A piece of evidence as others see it whom its owner lets read it. */
export function sharedPage({ evidence, spoken, asks, owner }: Props): Page {
  return {
    title: `${titleText(withHeading(evidence.text).heading)} · ${titleText(owner)}`,
    draft: true,
    section: 'people',
    main: (
      <article class="evidence">
        <p class="quiet">
          Evidence of <Phrase text={owner} />, who sees that you opened it
        </p>
        <WhenAndWhat evidence={evidence} />
        <EvidenceText text={evidence.text} />
        <SpeaksTo spoken={spoken} />
        {evidence.helped.length > 0 && (
          <section class="part" aria-labelledby="_helped">
            <h2 id="_helped">Who it helped</h2>
            <HelpedList helped={evidence.helped} />
          </section>
        )}
        {evidence.links.length > 0 && (
          <section class="part" aria-labelledby="_links">
            <h2 id="_links">Links</h2>
            <Links links={evidence.links} />
          </section>
        )}
        {evidence.files.length > 0 && (
          <section class="part" aria-labelledby="_files">
            <h2 id="_files">Files</h2>
            <Files evidence={evidence.id} files={evidence.files} />
          </section>
        )}
        <ConfirmedBy evidence={evidence} asks={asks} />
      </article>
    ),
  };
}
