import type { Page } from './page.ts';
import { Phrase } from './text.tsx';

/** What somebody reads who is signed in as another than the one whom a link of a mail is for. */
export function othersLinkPage(viewer: string): Page {
  return {
    title: 'This link is for somebody else',
    draft: true,
    main: (
      <>
        <h1>This link is for somebody else</h1>
        <p class="lede">
          You are signed in as <Phrase text={viewer} />. Whoever was asked answers in their own name. If that
          is you, sign out first, then open the link again.
        </p>
      </>
    ),
  };
}
