import { titleOf } from '../../../../domain/evidence-title.ts';
import { type Offer, outcomeForGiver } from '../../../../domain/offer.ts';
import { DateInWords } from '../../../../web/date.tsx';
import { Done } from '../../../../web/form.tsx';
import type { Page } from '../../../../web/page.ts';
import { Phrase } from '../../../../web/text.tsx';
import { AroundNavigation } from '../../views/around.tsx';
import { OFFERS, offerAddress } from '../addresses.ts';
import { GIVER_GONE, OUTCOMES } from './offer-page.tsx';

const DONE: Record<string, string> = {
  offered: 'Offered. They were told by mail.',
  declined: 'Left. It is in no record.',
  'taken-back': 'Taken back.',
};

/** What others offer to somebody, and what they offered. */
export function offersPage(props: {
  offers: readonly Offer[];
  viewer: string;
  done: string | undefined;
}): Page {
  const { offers, viewer, done } = props;
  const toMe = offers.filter(({ to }) => to.id === viewer);
  const byMe = offers.filter(({ from }) => from?.id === viewer);
  const waiting = toMe.filter(({ answered }) => answered === undefined);
  const before = toMe.filter(({ answered }) => answered !== undefined);
  return {
    title: 'Notes offered',
    draft: true,
    section: 'my-path',
    left: <AroundNavigation current={OFFERS} />,
    main: (
      <>
        <h1>Notes offered</h1>
        <p class="lede">
          What colleagues saw you do, for you to accept or leave, and what you offered to them.
        </p>
        {done !== undefined && Object.hasOwn(DONE, done) && <Done>{DONE[done]}</Done>}
        <section class="part" aria-labelledby="_to-you">
          <h2 id="_to-you">Offered to you</h2>
          {waiting.length === 0 && <p>Nothing waits for you.</p>}
          <ul class="said-list">
            {waiting.map((offer) => (
              <Entry key={offer.id} offer={offer} person={offer.from?.name ?? GIVER_GONE} state="" />
            ))}
            {before.map((offer) => (
              <Entry
                key={offer.id}
                offer={offer}
                person={offer.from?.name ?? GIVER_GONE}
                state={offer.answered?.answer === 'accepted' ? 'You accepted it.' : 'You left it.'}
              />
            ))}
          </ul>
        </section>
        <section class="part" aria-labelledby="_by-you">
          <h2 id="_by-you">Offered by you</h2>
          {byMe.length === 0 && (
            <p>
              Nothing yet. You offer a note from the page of a <a href="/people">person</a>.
            </p>
          )}
          <ul class="said-list">
            {byMe.map((offer) => (
              <Entry
                key={offer.id}
                offer={offer}
                person={offer.to.name}
                state={OUTCOMES[outcomeForGiver(offer)]}
              />
            ))}
          </ul>
        </section>
      </>
    ),
  };
}

function Entry({ offer, person, state }: { offer: Offer; person: string; state: string }) {
  return (
    <li class="said">
      <p dir="auto">
        <a href={offerAddress(offer.id)}>
          <Phrase text={titleOf(offer.text)} />
        </a>
      </p>
      <p class="quiet">
        <Phrase text={person} />, <DateInWords date={offer.offeredAt.toISOString()} />
        {state !== '' && `. ${state}`}
      </p>
    </li>
  );
}
