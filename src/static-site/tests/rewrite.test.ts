import { describe, expect, it } from 'vitest';
import { type Reference, rewriteAssetAddresses, rewriteIndexAddresses, rewriteMarkup } from '../rewrite.ts';

const below = ({ value }: Reference) => (value.startsWith('/') ? { to: `/sub${value}` } : ('keep' as const));

describe('Rewriting references', () => {
  it('changes references and nothing else', () => {
    const page =
      '<p title="a > b /c">See /x and &lt;a href="/y"&gt;</p><a class="q" href="/z?a=1&amp;b=2#c" data-copy-link>z</a><img src="/i.png"/>';
    expect(rewriteMarkup(page, below)).toBe(
      '<p title="a > b /c">See /x and &lt;a href="/y"&gt;</p><a class="q" href="/sub/z?a=1&amp;b=2#c" data-copy-link>z</a><img src="/sub/i.png"/>',
    );
  });

  it('takes a reference away, or the element around it', () => {
    const page = '<link rel="alternate" href="/feed"/><a href="/gone" title="it">Gone</a>';
    expect(rewriteMarkup(page, ({ element }) => (element === 'link' ? 'remove' : 'drop'))).toBe(
      '<a title="it">Gone</a>',
    );
  });

  it('escapes what it puts in', () => {
    expect(rewriteMarkup('<a href="/x">x</a>', () => ({ to: '/"<&' }))).toBe(
      '<a href="/&quot;&lt;&amp;">x</a>',
    );
  });

  it('hands over values without HTML’s escapes', () => {
    const seen: string[] = [];
    rewriteMarkup('<a href="/a?b&amp;c=&quot;">x</a>', ({ value }) => {
      seen.push(value);
      return 'keep';
    });
    expect(seen).toEqual(['/a?b&c="']);
  });

  it('finds the assets that styles and scripts name', () => {
    const moved = rewriteAssetAddresses(
      'src:url(/assets/a.0f.woff2) from "/assets/b.js" /assets/c',
      (a) => `/sub${a}`,
    );
    expect(moved).toBe('src:url(/sub/assets/a.0f.woff2) from "/sub/assets/b.js" /assets/c');
  });

  it('finds the addresses of the search index, and not those that texts quote', () => {
    const index = JSON.stringify({ address: '/a#b', text: 'he wrote "address":"/c" and left' });
    expect(JSON.parse(rewriteIndexAddresses(index, (address) => `/sub${address}`))).toEqual({
      address: '/sub/a#b',
      text: 'he wrote "address":"/c" and left',
    });
  });
});
