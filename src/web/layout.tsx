import { renderToString } from 'preact-render-to-string';
import { Head } from './head.tsx';
import { Mark } from './mark.tsx';
import type { Page, Section, Site, SiteNotice } from './page.ts';
import { SearchBox } from './search-box.tsx';
import type { Viewer } from './session.ts';
import { SHORTCUTS_ADDRESS, ShortcutsDialog } from './shortcuts.tsx';
import { SIGN_IN_ADDRESS } from './sign-in-address.ts';

/** Who reads a page: nobody in particular, somebody who is signed in, or this person. */
export interface Reader {
  signedIn: boolean;
  /** Absent on pages that are the same for everybody who is signed in. */
  viewer?: Viewer;
}

/** Where somebody who is signed in notes what happened. */
const NOTE_ADDRESS = '/evidence/new';

const VISITOR: Reader = { signedIn: false };

/** The whole document as HTML. */
export function renderDocument(site: Site, page: Page, reader: Reader = VISITOR): string {
  return `<!doctype html>${renderToString(<Document site={site} page={page} reader={reader} />)}`;
}

function Document({ site, page, reader }: { site: Site; page: Page; reader: Reader }) {
  return (
    <html lang="en-GB">
      <Head site={site} page={page} signedIn={reader.signedIn} />
      <body>
        {/* Shell ids begin with an underscore: authors' ids become anchors, and no slug or UUID begins so. */}
        <a class="skip-link" href="#_content">
          Skip to the text
        </a>
        {site.notice !== undefined && <SiteNoticeLine notice={site.notice} page={page} />}
        <Header site={site} page={page} reader={reader} />
        <div class={`page${page.left ? ' has-left' : ''}${page.right ? ' has-right' : ''}`}>
          {page.left}
          <main id="_content" tabindex={-1}>
            {page.main}
          </main>
          {page.right}
        </div>
        <Footer site={site} page={page} />
        <ShortcutsDialog signedIn={reader.signedIn} />
        {reader.signedIn && site.people?.everywhere?.()}
      </body>
    </html>
  );
}

function SiteNoticeLine({ notice, page }: { notice: SiteNotice; page: Page }) {
  const { label, text, link } = notice;
  return (
    <aside class="site-notice" aria-label={label}>
      <p>
        <strong>{label}.</strong> {text}{' '}
        {page.address !== link.address && <a href={link.address}>{link.text}</a>}
      </p>
    </aside>
  );
}

function Header({ site, page, reader }: { site: Site; page: Page; reader: Reader }) {
  return (
    <header class="site-header">
      <div class="site-header-row">
        <a class="site-name" href="/">
          <Mark />
          Cairn
        </a>
        <nav aria-label="Main">
          <ul>
            <Entry section="frameworks" address="/frameworks" page={page} label="Frameworks" />
            {reader.signedIn && (
              <>
                <Entry section="my-path" address="/my-path" page={page} label="My path" />
                <Entry section="conversations" address="/conversations" page={page} label="Conversations" />
                <TeamEntry page={page} reader={reader} />
                <Entry section="people" address="/people" page={page} label="People" />
                <Entry section="you" address="/you" page={page} label="You" />
              </>
            )}
            {!reader.signedIn && site.people !== undefined && (
              <li>
                <a href={SIGN_IN_ADDRESS}>Sign in</a>
              </li>
            )}
          </ul>
        </nav>
        {reader.signedIn && (
          <a class="note-link" href={NOTE_ADDRESS} data-note-open>
            Note
            <span class="key with-script" aria-hidden="true">
              e
            </span>
          </a>
        )}
        <SearchBox assets={site.assets} />
      </div>
    </header>
  );
}

/** For those who answer for somebody. */
function TeamEntry({ page, reader: { viewer } }: { page: Page; reader: Reader }) {
  if (viewer === undefined || !(viewer.manages || viewer.head)) return null;
  return <Entry section="team" address={viewer.manages ? '/team' : '/head'} page={page} label="Team" />;
}

function Entry(props: { section: Section; address: string; page: Page; label: string }) {
  const { section, address, page, label } = props;
  return (
    <li>
      <a href={address} aria-current={page.section === section ? 'true' : undefined}>
        {label}
      </a>
    </li>
  );
}

function Footer({ site, page }: { site: Site; page: Page }) {
  return (
    <footer class="site-footer">
      <p>Cairn {site.version}. It informs a conversation; people decide.</p>
      <ul class="footer-links">
        <li>
          <a href="/glossary">The words</a>
        </li>
        <li>
          <a href="/compare">Compare two levels</a>
        </li>
        <li>
          <a href={SHORTCUTS_ADDRESS}>Keyboard shortcuts</a>
        </li>
        <li>
          <a href="/api">Data for programs</a>
        </li>
      </ul>
      {page.address !== undefined && <p class="print-only">{site.baseUrl + page.address}</p>}
    </footer>
  );
}
