import type { Page } from '../../../web/page.ts';
import { Phrase } from '../../../web/text.tsx';
import { startAddress } from '../addresses.ts';
import { otherOf, type Partner } from '../queries/find-partners.ts';

/** With whom the viewer may begin a conversation. */
export function withWhomPage(partners: readonly Partner[], viewer: string): Page {
  return {
    title: 'Begin a conversation',
    section: 'conversations',
    draft: true,
    main: (
      <>
        <h1>Begin a conversation</h1>
        {partners.length === 0 ? (
          <p class="lede">
            A conversation is between somebody and their line manager. Nobody is named as yours, and nobody
            reports to you: whoever administers this installation can enter it.
          </p>
        ) : (
          <>
            <p class="lede">With whom?</p>
            <ul class="choices">
              {partners.map((partner) => (
                <li key={partner.person.id}>
                  <a href={startAddress(otherOf(partner, viewer).id)}>
                    <Phrase text={otherOf(partner, viewer).name} />
                  </a>
                  <span class="quiet">
                    {partner.person.id === viewer
                      ? ', your line manager, about you'
                      : partner.inPlaceOf !== undefined && (
                          <>
                            , in place of <Phrase text={partner.inPlaceOf.name} />
                          </>
                        )}
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
      </>
    ),
  };
}
