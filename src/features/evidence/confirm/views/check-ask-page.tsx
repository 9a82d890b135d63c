import { DAYS_TO_ANSWER } from '../../../../domain/ask.ts';
import { Token } from '../../../../web/form.tsx';
import type { Page } from '../../../../web/page.ts';
import { Phrase } from '../../../../web/text.tsx';
import { asksAddress, newAskAddress } from '../addresses.ts';
import type { Colleague } from '../colleagues.ts';
import { whereabouts } from './find-colleague.tsx';
import { EvidenceQuoted, type QuotedEvidence, WayToEvidence } from './quoted.tsx';

/** What a colleague will see, before they are asked. */
export function checkAskPage(props: { evidence: QuotedEvidence; colleague: Colleague; token: string }): Page {
  const { evidence, colleague, token } = props;
  const { id, name, email } = colleague;
  return {
    title: `Ask ${name}?`,
    draft: true,
    section: 'my-path',
    left: <WayToEvidence evidence={evidence.id} />,
    main: (
      <>
        <h1>
          Ask <Phrase text={name} />?
        </h1>
        <p class="quiet">{whereabouts(colleague)}</p>
        <p>They will see your name, this text as it stands now, and the day, and nothing else of yours:</p>
        <EvidenceQuoted evidence={evidence} />
        <p>
          They can confirm it in a sentence or decline, once, within {DAYS_TO_ANSWER} days. A sentence that
          confirms it is read by whoever may read the evidence; that somebody declined, by you alone.{' '}
          {email === null
            ? 'There is no mail address for them here, so tell them: they find it under “Asked of me” once they sign in.'
            : 'They get a mail with a link, which does not repeat the text.'}
        </p>
        <form method="post" action={asksAddress(evidence.id)}>
          <Token token={token} />
          <input type="hidden" name="colleague" value={id} />
          <p class="buttons">
            <button type="submit" class="button">
              Ask <Phrase text={name} />
            </button>
            <a href={newAskAddress(evidence.id)}>Choose somebody else</a>
          </p>
        </form>
      </>
    ),
  };
}
