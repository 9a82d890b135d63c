import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import type { Framework } from '../../../domain/framework.ts';
import { writeTemplate } from '../../spreadsheet/index.ts';
import { readSpreadsheet } from '../../spreadsheet/read.ts';
import { anyFramework, anyText } from '../../tests/framework-arbitrary.ts';
import { inline, markdown, paragraphs } from '../escape.ts';
import { writeMarkdown } from '../index.ts';

/** As forges do it: HTML let through, to see whether any gets that far. */
const forge = new MarkdownIt({ html: true, linkify: false });

function bakery(): Framework {
  const [framework] = readSpreadsheet(writeTemplate().files[0] as { name: string; bytes: Uint8Array })
    .frameworks as [Framework];
  return framework;
}

function files(framework: Framework): Map<string, string> {
  return new Map(
    writeMarkdown(framework).files.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)]),
  );
}

/** What a reader sees of a page. */
function seen(page: string): string {
  return forge
    .render(page)
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&');
}

describe('Plain text', () => {
  it.each([
    '*no* _em_ `code`',
    '# none',
    '1. none',
    '- none',
    '<b>no</b>',
    '[a](b)',
    '| a |',
    '&amp;',
    ':smile:',
    '$x$',
    '~~no~~',
    '=== x',
    '> no',
    'a\\b',
  ])('%s is shown to the letter', (text) => {
    expect(seen(paragraphs(text)).trim()).toBe(text);
    expect(forge.renderInline(inline(text))).not.toMatch(/<(?!\/?p>)/);
  });

  it('keeps its lines, its paragraphs and the spaces before them', () => {
    expect(forge.render(paragraphs('one\n  two\n\n    three'))).toBe(
      '<p>one<br>\n\u00a0\u00a0two</p>\n<p>\u00a0\u00a0\u00a0\u00a0three</p>\n',
    );
  });

  it('makes no tag and no link, whatever it holds', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const html = forge.render(paragraphs(text)) + forge.render(`# ${inline(text)}`);
        expect(html.replace(/<\/?(?:p|h1|br)>/g, '')).not.toContain('<');
      }),
      { numRuns: 500 },
    );
  });
});

describe("Authors' Markdown", () => {
  it('keeps its meaning and loses its tags and links that run something', () => {
    expect(forge.render(markdown('**bold** <script>alert(1)</script> `a <b>`'))).toBe(
      '<p><strong>bold</strong> &lt;script&gt;alert(1)&lt;/script&gt; <code>a &lt;b&gt;</code></p>\n',
    );
    expect(markdown('[x](javascript:alert(1))')).toBe('[x\\](javascript:alert(1))');
    expect(markdown('```\nnever closed <i>')).toBe('```\nnever closed <i>\n```');
  });

  it('lets no tag through, whatever it holds', () => {
    const hostile = fc
      .array(
        fc.constantFrom(
          '<script>',
          '<!--',
          '`',
          '``',
          '\\',
          '\n',
          '\n\n',
          '~~~\n',
          'x',
          ' ',
          '```\n',
          '</b>',
        ),
        { maxLength: 20 },
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(hostile, (text) => {
        expect(forge.render(markdown(text))).not.toMatch(/<(?:script|!--|\/b)/);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('A framework as Markdown', () => {
  it('has a first page, a page for each level, and links that lead somewhere', () => {
    const pages = files({
      ...bakery(),
      guides: [
        {
          id: 'use',
          title: 'How to use it',
          kind: 'how-to-use',
          textFormat: 'markdown',
          sections: [{ id: 's', heading: 'Talk', body: 'Twice.' }],
          proposals: [],
          gaps: [],
          sourceStatus: [],
        },
      ],
    });
    expect([...pages.keys()]).toEqual([
      'README.md',
      'levels/baker.md',
      'levels/senior-baker.md',
      'guides/use.md',
    ]);
    expect(pages.get('README.md')).toContain('- [Baker](levels/baker.md)');
    expect(pages.get('README.md')).toContain('1. **Working knowledge**: Does it alone on an ordinary day.');
    const level = pages.get('levels/baker.md') ?? '';
    expect(level).toContain('Leads to: [Senior Baker](senior-baker.md).');
    expect(level).toContain('  - [Bread baking](#bread-baking)');
    expect(level).toContain('### Bread baking\n\n> Bakes what the town eats, every morning.');
    expect(level).toContain('Examples, for illustration:\n\n- Weighs and notes each batch.');
    for (const [name, page] of pages) {
      for (const [, target = ''] of page.matchAll(/\]\(([^)#]+\.md)/g)) {
        expect([...pages.keys()]).toContain(new URL(target, `http://x/${name}`).pathname.slice(1));
      }
    }
  });

  it('is the same on every run and never fails', () => {
    fc.assert(
      fc.property(anyFramework, (framework) => {
        const written = writeMarkdown(framework);
        expect(writeMarkdown(framework)).toEqual(written);
        expect(written.files).toHaveLength(
          1 + framework.levels.length + framework.guides.length + framework.roleProfiles.length,
        );
        for (const { bytes } of written.files) expect(bytes.includes(0)).toBe(false);
      }),
      { numRuns: 100 },
    );
  });

  it('lists what it does not say', () => {
    const framework: Framework = {
      ...bakery(),
      accepted: [{ rule: 'x', by: 'a', on: '2026-01-01', why: 'b' }],
    };
    expect(writeMarkdown(framework).losses.map(({ what }) => what)).toEqual([
      'the ids of expectations and points: pages are for reading, and nothing reads them back',
      'the accepted findings',
    ]);
  });
});
