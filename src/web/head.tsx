import type { Page, Site } from './page.ts';
import { titleText } from './text.tsx';

/** What the shell itself makes easier on every page. */
const SHELL_SCRIPTS = ['search', 'shortcuts'] as const;

/** And for those who are signed in. */
const SIGNED_IN_SCRIPTS = ['note', 'forget-unsent'] as const;

/** What a document says about itself: to the browser, to search engines, and where its link is shown. */
export function Head({ site, page, signedIn }: { site: Site; page: Page; signedIn: boolean }) {
  const { assets, baseUrl } = site;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${titleText(page.title)} · Cairn`}</title>
      {page.draft && <meta name="robots" content="noindex" />}
      <meta name="color-scheme" content="light dark" />
      {assets.fonts.map((font) => (
        <link key={font} rel="preload" href={font} as="font" type="font/woff2" crossorigin="anonymous" />
      ))}
      <link rel="stylesheet" href={assets.style} />
      <link rel="icon" href={assets.icon} type="image/svg+xml" />
      {[...SHELL_SCRIPTS, ...(signedIn ? SIGNED_IN_SCRIPTS : []), ...(page.scripts ?? [])].map((script) => (
        <script key={script} type="module" src={assets.scripts[script]} />
      ))}
      <Elsewhere page={page} baseUrl={baseUrl} />
      {!page.draft && <Shared page={page} baseUrl={baseUrl} />}
      {page.structuredData !== undefined && <StructuredData data={page.structuredData(baseUrl)} />}
    </head>
  );
}

/** The one address that search engines should list, and the same in other formats. */
function Elsewhere({ page, baseUrl }: { page: Page; baseUrl: string }) {
  const canonical = page.canonical ?? page.address;
  return (
    <>
      {canonical !== undefined && <link rel="canonical" href={baseUrl + canonical} />}
      {page.alternates?.map(({ type, address, title }) => (
        <link key={address} rel="alternate" type={type} href={address} title={titleText(title)} />
      ))}
    </>
  );
}

/** What shows where the page's link is sent: Open Graph, and what one large site asks for besides. */
function Shared({ page, baseUrl }: { page: Page; baseUrl: string }) {
  if (page.address === undefined) return null;
  const title = titleText(page.title);
  const description = page.description === undefined ? undefined : titleText(page.description);
  return (
    <>
      {description !== undefined && <meta name="description" content={description} />}
      <meta property="og:type" content="article" />
      <meta property="og:site_name" content="Cairn" />
      <meta property="og:title" content={title} />
      {description !== undefined && <meta property="og:description" content={description} />}
      <meta property="og:url" content={baseUrl + (page.canonical ?? page.address)} />
      {page.picture !== undefined && (
        <>
          <meta property="og:image" content={baseUrl + page.picture} />
          <meta property="og:image:type" content="image/png" />
          <meta property="og:image:width" content="1200" />
          <meta property="og:image:height" content="630" />
          <meta property="og:image:alt" content={title} />
          <meta name="twitter:card" content="summary_large_image" />
        </>
      )}
    </>
  );
}

/** A block of data, which no browser runs. */
function StructuredData({ data }: { data: object }) {
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: jsonInHtml(data) }} />;
}

/** JSON in which nothing can end the element it stands in, begin a comment, or turn around what follows it for
 * whoever reads the source. It means the same. */
export function jsonInHtml(data: object): string {
  return JSON.stringify(data).replace(
    /[<>&\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
