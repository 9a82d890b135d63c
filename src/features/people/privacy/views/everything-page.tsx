import type { Page } from '../../../../web/page.ts';
import type { Viewer } from '../../../../web/session.ts';
import { YouSide } from '../../you/views/you-side.tsx';
import type { PersonalRecord } from '../personal-record.ts';

export const EVERYTHING = '/you/everything';

export function everythingPage(viewer: Viewer, records: readonly PersonalRecord[]): Page {
  return {
    title: 'Everything about you',
    draft: true,
    section: 'you',
    left: <YouSide current={EVERYTHING} viewer={viewer} />,
    main: (
      <>
        <h1>Everything about you</h1>
        <p class="lede">
          One archive with all that is held about you here, to read and as data. It is yours: take it to
          another employer, or keep it.
        </p>
        <p class="buttons">
          <a class="button" href={`${EVERYTHING}.zip`} download>
            Download everything (ZIP)
          </a>
        </p>
        <section aria-labelledby="_in">
          <h2 id="_in">What is in it</h2>
          <ul class="prose">
            {records.map(({ name, title }) => (
              <li key={name}>{title}: as Markdown, and as JSON</li>
            ))}
            <li>Files that you attached, as you attached them</li>
          </ul>
        </section>
        <section aria-labelledby="_others">
          <h2 id="_others">Other people in it</h2>
          <p>
            Names of others stay where they are part of what happened to you: who your manager was, who set
            your level, who opened something of yours. Their e-mail addresses, staff numbers and whatever else
            is known of them are left out. Think of them before you hand it on.
          </p>
        </section>
        <section aria-labelledby="_not">
          <h2 id="_not">What is not in it</h2>
          <p>
            Passwords and keys, which nobody can read. What others wrote for a talk that has not been revealed
            to you yet: it comes in once it is.
          </p>
        </section>
      </>
    ),
  };
}
