import { renderToString } from 'preact-render-to-string';
import { Head } from './head.tsx';
import { Mark } from './mark.tsx';
import type { Page, Site } from './page.ts';
import { SearchBox } from './search-box.tsx';
import { SHORTCUTS_ADDRESS, ShortcutsDialog } from './shortcuts.tsx';

/** The whole document as HTML. */
export function renderDocument(site: Site, page: Page): string {
  return `<!doctype html>${renderToString(<Document site={site} page={page} />)}`;
}

function Document({ site, page }: { site: Site; page: Page }) {
  return (
    <html lang="en-GB">
      <Head site={site} page={page} />
      <body>
        {/* Shell ids begin with an underscore: authors' ids become anchors, and no slug or UUID begins so. */}
        <a class="skip-link" href="#_content">
          Skip to the text
        </a>
        <Header site={site} page={page} />
        <div class={`page${page.left ? ' has-left' : ''}${page.right ? ' has-right' : ''}`}>
          {page.left}
          <main id="_content" tabindex={-1}>
            {page.main}
          </main>
          {page.right}
        </div>
        <Footer site={site} page={page} />
        <ShortcutsDialog />
      </body>
    </html>
  );
}

function Header({ site, page }: { site: Site; page: Page }) {
  return (
    <header class="site-header">
      <div class="site-header-row">
        <a class="site-name" href="/">
          <Mark />
          Cairn
        </a>
        <nav aria-label="Main">
          <a href="/frameworks" aria-current={page.section === 'frameworks' ? 'true' : undefined}>
            Frameworks
          </a>
        </nav>
        <SearchBox assets={site.assets} />
      </div>
    </header>
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
