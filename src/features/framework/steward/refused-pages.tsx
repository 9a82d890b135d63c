import type { ComponentChildren } from 'preact';
import type { Page } from '../../../web/page.ts';
import { SIGN_IN_ADDRESS } from '../../../web/sign-in-address.ts';

/** What everybody else reads at the address of a page for stewards, whether or not there is such a framework. */
export function needsStewardLinkPage(canSignIn: boolean): Page {
  return page(
    'Only for stewards',
    <>
      These pages are for people who look after a framework.{' '}
      {canSignIn && (
        <>
          If you are one of its stewards, <a href={SIGN_IN_ADDRESS}>sign in</a>.{' '}
        </>
      )}
      Whoever runs this installation can also print a link to them:
    </>,
    'Open the link in this browser, then come back to this address.',
  );
}

/** A steward's link whose secret is unknown or no longer valid. */
export function invalidStewardLinkPage(): Page {
  return page(
    'This link is not valid',
    'It may be cut short or out of date. Ask whoever runs this installation for a new one:',
    'A link is valid for 30 days.',
  );
}

function page(title: string, what: ComponentChildren, then: string): Page {
  return {
    title,
    draft: true,
    section: 'frameworks',
    main: (
      <>
        <h1>{title}</h1>
        <p class="lede">{what}</p>
        <pre class="command">
          <code>bin/cairn steward FRAMEWORK --name "Working group"</code>
        </pre>
        <p>{then}</p>
        <p>
          <a href="/frameworks">See all frameworks</a>
        </p>
      </>
    ),
  };
}
