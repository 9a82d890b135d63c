import { renderToString } from 'preact-render-to-string';
import { Mark } from './mark.tsx';
import type { Page, Site } from './page.ts';
import { titleText } from './text.tsx';

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
        <Header page={page} />
        <div class={`page${page.left ? ' has-left' : ''}${page.right ? ' has-right' : ''}`}>
          {page.left}
          <main id="_content" tabindex={-1}>
            {page.main}
          </main>
          {page.right}
        </div>
        <Footer site={site} page={page} />
      </body>
    </html>
  );
}

function Head({ site, page }: { site: Site; page: Page }) {
  const { assets } = site;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${titleText(page.title)} · Cairn`}</title>
      {page.draft && <meta name="robots" content="noindex" />}
      <meta name="color-scheme" content="light dark" />
      {page.address !== undefined && <link rel="canonical" href={site.baseUrl + page.address} />}
      {assets.fonts.map((font) => (
        <link key={font} rel="preload" href={font} as="font" type="font/woff2" crossorigin="anonymous" />
      ))}
      <link rel="stylesheet" href={assets.style} />
      <link rel="icon" href={assets.icon} type="image/svg+xml" />
      {page.scripts?.map((script) => (
        <script key={script} type="module" src={assets.scripts[script]} />
      ))}
    </head>
  );
}

function Header({ page }: { page: Page }) {
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
      </div>
    </header>
  );
}

function Footer({ site, page }: { site: Site; page: Page }) {
  return (
    <footer class="site-footer">
      <p>Cairn {site.version}. It informs a conversation; people decide.</p>
      {page.address !== undefined && <p class="print-only">{site.baseUrl + page.address}</p>}
    </footer>
  );
}
