import type { Page } from '../../../web/page.ts';
import { Phrase } from '../../../web/text.tsx';

/** Something that the address may have meant. */
export interface Suggestion {
  name: string;
  address: string;
}

/** A page that helps on from an address that leads nowhere. */
export function notFoundPage(props: { what: string; suggestions: readonly Suggestion[] }): Page {
  return {
    title: 'Not found',
    draft: true,
    section: 'frameworks',
    main: (
      <>
        <h1>There is no page here</h1>
        <p class="lede">{props.what}</p>
        {props.suggestions.length > 0 && (
          <section aria-labelledby="_meant">
            <h2 id="_meant">Did you mean</h2>
            <ul class="documents">
              {props.suggestions.map(({ name, address }) => (
                <li key={address}>
                  <a href={address}>
                    <Phrase text={name} />
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
        <p>
          <a href="/frameworks">See all frameworks</a>
        </p>
      </>
    ),
  };
}

/** What somebody who may see no drafts reads at the address of a draft, whether or not there is one. */
export function draftsNeedPreviewPage(): Page {
  return {
    title: 'Drafts need a preview link',
    draft: true,
    section: 'frameworks',
    main: (
      <>
        <h1>Drafts are seen through a preview link</h1>
        <p class="lede">
          What is not released is shown only to stewards who are signed in and to people who hold a preview
          link. If you maintain this framework, print one with:
        </p>
        <pre class="command">
          <code>bin/cairn preview</code>
        </pre>
        <p>Open the link in this browser, then come back to this address.</p>
        <p>
          <a href="/frameworks">See all frameworks</a>
        </p>
      </>
    ),
  };
}

/** A preview link whose token is unknown or no longer valid. */
export function invalidPreviewPage(): Page {
  return {
    title: 'Preview link not valid',
    draft: true,
    main: (
      <>
        <h1>This preview link is not valid</h1>
        <p class="lede">
          It may be cut short or out of date. Ask whoever maintains the framework for a new one:
        </p>
        <pre class="command">
          <code>bin/cairn preview</code>
        </pre>
        <p>
          <a href="/frameworks">See all frameworks</a>
        </p>
      </>
    ),
  };
}
