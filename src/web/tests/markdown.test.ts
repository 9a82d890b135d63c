import { describe, expect, it } from 'vitest';
import { isSafeLink, markdownToHtml, markdownToInlineHtml } from '../markdown.ts';

describe('links of authors', () => {
  it('may lead to pages, mailboxes and places on this site', () => {
    for (const url of [
      'https://a.example',
      'http://a.example',
      'mailto:a@b.example',
      '/here',
      'there#x',
      '?q',
      '#x',
      'a:b'.slice(0, 1),
    ]) {
      expect([url, isSafeLink(url)]).toEqual([url, true]);
    }
  });

  it('may not run script or leave by a disguised scheme', () => {
    for (const url of [
      'javascript:alert(1)',
      ' java\tscript:alert(1)',
      '\u0001javascript:x',
      'data:text/html,x',
      'vbscript:x',
      'file:///etc',
      '//other.example',
      '\\\\other',
      '/\\other',
    ]) {
      expect([url, isSafeLink(url)]).toEqual([url, false]);
    }
    expect(markdownToHtml('[x](javascript:alert(1)) <javascript:alert(1)>', 2)).not.toContain('href');
  });
});

describe('Markdown of authors', () => {
  it('has headings without a hole, below those of the page', () => {
    const html = markdownToHtml('#### a\n\n# b\n\n### c\n\n###### d\n\n## e', 3);
    expect(html.match(/<h\d/g)).toEqual(['<h3', '<h3', '<h4', '<h5', '<h4']);
  });

  it('shows raised letters as text, and every other tag as written', () => {
    expect(markdownToInlineHtml('A<sup>®</sup> <b>b</b>')).toBe('A® &lt;b&gt;b&lt;/b&gt;');
  });

  it('lets a wide table be scrolled by keyboard', () => {
    expect(markdownToHtml('|a|\n|-|\n|b|', 2)).toContain('<div class="wide" tabindex="0" role="region"');
  });
});
