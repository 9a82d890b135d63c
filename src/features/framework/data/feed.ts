/** Releases and changes of their status as an Atom feed (RFC 4287). */
import { createHash } from 'node:crypto';
import { titleText } from '../../../web/text.tsx';
import { xmlText } from '../../../web/xml.ts';
import { frameworkAddress } from '../views/addresses.ts';
import { FEED } from './addresses.ts';
import { releasesOf } from './released.ts';
import type { DataSource } from './represent.ts';

/** Whoever looks once a month has missed nothing; whoever wants all of it reads the data. */
const MOST_ENTRIES = 100;

/** Says "never" where nothing is released yet, since a feed must say when it changed. */
const NEVER = '1970-01-01T00:00:00.000Z';

interface News {
  id: string;
  title: string;
  summary: string;
  page: string;
  at: string;
}

export function feed(source: DataSource): string {
  const { baseUrl } = source;
  const news = newsOf(source);
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    '<title>Releases of competency frameworks</title>',
    `<id>${xmlText(`${baseUrl}${FEED}`)}</id>`,
    `<link rel="self" type="application/atom+xml" href="${xmlText(`${baseUrl}${FEED}`)}"/>`,
    `<link rel="alternate" type="text/html" href="${xmlText(`${baseUrl}/frameworks`)}"/>`,
    `<updated>${news[0]?.at ?? NEVER}</updated>`,
    '<author><name>Cairn</name></author>',
    ...news.map(entry),
    '</feed>',
    '',
  ];
  return lines.join('\n');
}

function entry({ id, title, summary, page, at }: News): string {
  return [
    '<entry>',
    `<id>${xmlText(id)}</id>`,
    `<title>${xmlText(titleText(title))}</title>`,
    `<updated>${xmlText(at)}</updated>`,
    `<link rel="alternate" type="text/html" href="${xmlText(page)}"/>`,
    `<summary>${xmlText(titleText(summary))}</summary>`,
    '</entry>',
  ].join('\n');
}

/** Every status that a release has had is one piece of news, newest first. */
function newsOf({ catalogue, baseUrl }: DataSource): News[] {
  const all = catalogue.frameworks.flatMap((framework) =>
    releasesOf(framework).flatMap((release) => {
      const { name } = release.framework;
      const told = release.statuses.length > 0 ? release.statuses : [release];
      return told.map(({ status, since }, index) => ({
        id: newsId(framework.id, release.version, index, since),
        title: `${name} ${release.version}: ${status}`,
        summary: `${name} ${release.version} ${index === 0 ? 'was released as' : 'is now'} ${status}. Digest ${release.digest}.`,
        page: baseUrl + frameworkAddress(framework.id, release.version),
        at: since,
      }));
    }),
  );
  return all.toSorted((a, b) => (a.at < b.at ? 1 : -1)).slice(0, MOST_ENTRIES);
}

/** The same news keeps its id when the installation moves to another address. Version 8: made from a digest. */
function newsId(...parts: (string | number)[]): string {
  const digest = createHash('sha256').update(parts.join('\n')).digest();
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x80;
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80;
  const hex = digest.toString('hex');
  return `urn:uuid:${[hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')}`;
}
