import { LONGEST_TEXT, type Problem } from '../../../../domain/evidence.ts';
import { mayTakeBackOffer, type Offer, outcomeForGiver } from '../../../../domain/offer.ts';
import { DateInWords } from '../../../../web/date.tsx';
import { ErrorSummary, TextArea, TextField, Token } from '../../../../web/form.tsx';
import type { Page } from '../../../../web/page.ts';
import { MarkdownText, Phrase } from '../../../../web/text.tsx';
import { evidenceAddress } from '../../views/addresses.ts';
import { OFFERS, offerAddress } from '../addresses.ts';
import type { OfferForm } from './new-offer-page.tsx';

export const GIVER_GONE = 'Somebody who is no longer here';

/** An offer as its receiver sees it: read, changed, accepted or left. */
export function offerToMePage(props: {
  offer: Offer;
  form: OfferForm;
  token: string;
  errors?: readonly Problem[];
}): Page {
  const { offer, form, token, errors = [] } = props;
  const name = <Phrase text={offer.from?.name ?? GIVER_GONE} />;
  return {
    title: `${errors.length > 0 ? 'Error: ' : ''}A note offered to you`,
    draft: true,
    section: 'my-path',
    left: <WayToOffers />,
    main: (
      <>
        <ErrorSummary errors={errors} />
        <h1>{name} offers you a note</h1>
        <p class="lede">
          Offered on <DateInWords date={offer.offeredAt.toISOString()} />. It is in nobody’s record. Accept
          it, in these words or your own, and it becomes evidence that only you can read.
        </p>
        <form method="post" action={offerAddress(offer.id, 'acceptance')}>
          <Token token={token} />
          <TextArea
            id="text"
            name="text"
            label="What happened"
            hint="Change what you like."
            value={form.text}
            errors={errors}
            rows={7}
            maxlength={LONGEST_TEXT}
            required
          />
          <TextField
            id="happened-on"
            name="happened-on"
            type="date"
            label="When"
            value={form.happenedOn}
            errors={errors}
          />
          <p class="buttons">
            <button type="submit" class="button">
              Accept it as evidence
            </button>
            <button type="submit" class="button second" formaction={offerAddress(offer.id, 'refusal')}>
              Leave it
            </button>
          </p>
          <p class="quiet">If you leave it, {name} sees that it was not taken, and nothing else.</p>
        </form>
      </>
    ),
  };
}

/** An offer that was answered, as its receiver sees it. */
export function answeredOfferPage({ offer }: { offer: Offer }): Page {
  const { answered } = offer;
  return {
    title: 'A note offered to you',
    draft: true,
    section: 'my-path',
    left: <WayToOffers />,
    main: (
      <>
        <h1>
          A note from <Phrase text={offer.from?.name ?? GIVER_GONE} />
        </h1>
        <Offered offer={offer} />
        <p>
          {answered?.answer === 'accepted' ? 'You accepted it on ' : 'You left it on '}
          <DateInWords date={answered?.at.toISOString() ?? ''} />.{' '}
          {answered?.evidence !== undefined && <a href={evidenceAddress(answered.evidence)}>Your evidence</a>}
        </p>
      </>
    ),
  };
}

/** What came of an offer, as whoever made it sees it. */
export function offerByMePage({ offer, token }: { offer: Offer; token: string }): Page {
  const name = <Phrase text={offer.to.name} />;
  return {
    title: `A note for ${offer.to.name}`,
    draft: true,
    section: 'my-path',
    left: <WayToOffers />,
    main: (
      <>
        <h1>A note for {name}</h1>
        <Offered offer={offer} />
        <p>{OUTCOMES[outcomeForGiver(offer)]}</p>
        {mayTakeBackOffer(offer) && (
          <form method="post" action={offerAddress(offer.id, 'withdrawal')}>
            <Token token={token} />
            <button type="submit" class="button second">
              Take it back
            </button>
          </form>
        )}
      </>
    ),
  };
}

export const OUTCOMES = {
  waiting: 'Waiting for their answer.',
  taken: 'Taken.',
  'not taken': 'Not taken.',
} as const;

function Offered({ offer }: { offer: Offer }) {
  return (
    <section class="wording" aria-label="The note">
      <p class="quiet">
        <DateInWords date={offer.happenedOn} />
      </p>
      <MarkdownText text={offer.text} headingsFrom={2} />
    </section>
  );
}

function WayToOffers() {
  return (
    <nav class="left" aria-label="Offers">
      <p class="left-title">
        <a href={OFFERS}>Notes offered</a>
      </p>
    </nav>
  );
}
