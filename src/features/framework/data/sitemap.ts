/** The map of the site for search engines (sitemaps.org), and what they may read. */
import { xmlText } from '../../../web/xml.ts';
import { SITEMAP } from './addresses.ts';
import { type ListedPage, listedPages } from './pages.ts';
import { notThere } from './released.ts';
import type { DataSource } from './represent.ts';

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** The protocol allows 50,000 addresses in a file. */
const MOST_ADDRESSES = 50_000;

/** The whole map, or where it is too large for one file, an index of its parts. */
export function sitemap({ catalogue, baseUrl }: DataSource): string {
  const pages = listedPages(catalogue);
  if (pages.length <= MOST_ADDRESSES) return urlSet(pages, baseUrl);
  const parts = Array.from({ length: Math.ceil(pages.length / MOST_ADDRESSES) }, (_, index) => {
    return `<sitemap><loc>${xmlText(baseUrl + sitemapPart(index + 1))}</loc></sitemap>`;
  });
  return `${XML}<sitemapindex xmlns="${NAMESPACE}">\n${parts.join('\n')}\n</sitemapindex>\n`;
}

/** One part of a large map. @param number counted from 1. @throws CairnError `not found` */
export function sitemapOfPart({ catalogue, baseUrl }: DataSource, number: number): string {
  const from = (number - 1) * MOST_ADDRESSES;
  const pages = listedPages(catalogue).slice(from, from + MOST_ADDRESSES);
  if (pages.length === 0) throw notThere('The map has no such part.', `${SITEMAP} lists its parts.`);
  return urlSet(pages, baseUrl);
}

function sitemapPart(number: number): string {
  return `/sitemap-${number}.xml`;
}

/** Previews are secret addresses; everything else that answers may be read. */
export function robots(baseUrl: string): string {
  return ['User-agent: *', 'Disallow: /preview/', '', `Sitemap: ${baseUrl}${SITEMAP}`, ''].join('\n');
}

const XML = '<?xml version="1.0" encoding="utf-8"?>\n';

function urlSet(pages: readonly ListedPage[], baseUrl: string): string {
  const urls = pages.map(
    ({ address, changed }) =>
      `<url><loc>${xmlText(baseUrl + address)}</loc><lastmod>${xmlText(changed)}</lastmod></url>`,
  );
  return `${XML}<urlset xmlns="${NAMESPACE}">\n${urls.join('\n')}\n</urlset>\n`;
}
