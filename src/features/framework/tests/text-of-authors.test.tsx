import { describe, expect, it } from 'vitest';
import { HARBOUR, LONG_NAME, QUAY, sampleCatalogue } from '../../../../test/sample-framework.ts';
import type { Framework } from '../../../domain/framework.ts';
import { openSite } from './site.ts';

/** Every text of the framework replaced, whatever field it stands in. */
function withEveryText(framework: Framework, text: string): Framework {
  const names = new Set([
    'name',
    'title',
    'heading',
    'body',
    'text',
    'statement',
    'definition',
    'summary',
    'quote',
  ]);
  const walk = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return names.has(key) ? text : value;
    if (Array.isArray(value))
      return value.map((inner) => walk(inner, key === 'examples' || key === 'aliases' ? 'text' : key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([inner, held]) => [inner, walk(held, inner)]));
  };
  return walk(framework, '') as Framework;
}

const PAGES = [
  '',
  '/levels/lead',
  '/levels/hand',
  '/levels/senior-hand',
  '/roles/watch-manager',
  '/guides/how-to-use',
];

async function everyPage(text: string): Promise<string[]> {
  const catalogue = sampleCatalogue();
  const frameworks = [HARBOUR, QUAY].map((framework) => ({
    id: framework.id,
    releases: [
      {
        framework: withEveryText(framework, text),
        version: '1.0.0',
        status: 'beta' as const,
        since: text,
        statuses: [],
      },
    ],
  }));
  const site = openSite({ ...catalogue, frameworks });
  const paths = [
    '/frameworks',
    ...frameworks.flatMap(({ id }) => PAGES.map((page) => `/frameworks/${id}${page}`)),
  ];
  const answers = await Promise.all(paths.map((path) => site.get(path)));
  return Promise.all(answers.filter(({ status }) => status === 200).map((answer) => answer.text()));
}

describe('text of authors', () => {
  it('never becomes markup, wherever it stands', async () => {
    const pages = await everyPage(
      '<img src=x onerror=alert(1)>"\'><script>alert(1)</script>[x](javascript:alert(1))',
    );
    expect(pages.length).toBe(8);
    for (const html of pages) {
      expect(html).not.toMatch(/<img/i);
      expect(html).not.toMatch(/<script>/i);
      expect(html).not.toMatch(/href="\s*javascript:/i);
      expect(html).not.toMatch(/ (style|on\w+)=["']/i);
    }
  });

  it('has its control characters shown, and turns nothing in the browser’s tab', async () => {
    for (const html of await everyPage('a\u0000b\u202Ec\u0007')) {
      expect(html).toSatisfy((text: string) => !text.includes('\u0000') && !text.includes('\u0007'));
      expect(/<title>(.*?)<\/title>/.exec(html)?.[1]).not.toContain('\u202E');
    }
  });

  it('is isolated wherever it could turn what follows it', async () => {
    const text = '\u202Eturned';
    for (const html of await everyPage(text)) {
      for (const [, before] of html.matchAll(/(.{0,200}?)\u202E/gs)) {
        expect(before).toMatch(/(<bdi>|dir="auto"[^<>]*>)(<[^>]*>)*$/);
      }
    }
  });

  it('may be one very long word', async () => {
    for (const html of await everyPage(LONG_NAME)) expect(html).toContain(LONG_NAME);
  });
});
