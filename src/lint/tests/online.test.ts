import { describe, expect, it } from 'vitest';
import { type Fetch, lintOnline } from '../online.ts';
import { framework, guide } from './made.ts';

/** A web of a few addresses: status, and where a redirect leads. */
function web(answers: Record<string, [number, string?]>): { fetch: Fetch; asked: string[] } {
  const asked: string[] = [];
  const fetch: Fetch = async (url, { method }) => {
    asked.push(`${method} ${url}`);
    const [status, location] = answers[`${method} ${url}`] ?? answers[url] ?? [404];
    return { status, headers: new Headers(location === undefined ? {} : { location }), body: null };
  };
  return { fetch, asked };
}

function linking(...urls: string[]) {
  return framework([], { guides: [guide(urls.map((url) => `[here](${url})`).join(' and '))] });
}

describe('links to the web', () => {
  it('are asked once each and reported when lost', async () => {
    const { fetch, asked } = web({ 'https://a.example/': [200] });
    const findings = await lintOnline(
      linking('https://a.example/', 'https://b.example/', 'https://a.example/'),
      { fetch },
    );
    expect(findings).toMatchObject([
      {
        rule: 'unreachable-link',
        severity: 'warning',
        quote: '[here](https://b.example/)',
        framework: 'harbour',
        line: 7,
      },
    ]);
    expect(asked.toSorted()).toEqual([
      'GET https://b.example/',
      'HEAD https://a.example/',
      'HEAD https://b.example/',
    ]);
  });

  it('are fine behind a sign-in, a refused HEAD or a redirect', async () => {
    const { fetch } = web({
      'https://members.example/': [403],
      'HEAD https://odd.example/': [405],
      'GET https://odd.example/': [200],
      'https://old.example/': [301, '/new'],
      'https://old.example/new': [200],
    });
    const urls = ['https://members.example/', 'https://odd.example/', 'https://old.example/'];
    expect(await lintOnline(linking(...urls), { fetch })).toEqual([]);
  });

  it('are lost when they redirect off the web or in a circle', async () => {
    const { fetch, asked } = web({
      'https://file.example/': [302, 'file:///secret'],
      'https://round.example/': [302, 'https://round.example/'],
    });
    const findings = await lintOnline(linking('https://file.example/', 'https://round.example/'), { fetch });
    expect(findings.map(({ message }) => message)).toEqual([
      expect.stringContaining('which is not on the web'),
      expect.stringContaining('redirects in a circle'),
    ]);
    expect(asked).not.toContain('HEAD file:///secret');
  });

  it('that do not answer in time, or at all, say so', async () => {
    const fetch: Fetch = (url, { signal }) =>
      url.includes('slow')
        ? new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
        : Promise.reject(new TypeError('fetch failed', { cause: new Error('getaddrinfo ENOTFOUND') }));
    const findings = await lintOnline(linking('https://slow.example/', 'https://none.example/'), {
      fetch,
      timeout: 20,
    });
    expect(findings.map(({ message }) => message)).toEqual([
      expect.stringContaining('does not answer in time'),
      expect.stringContaining('ENOTFOUND'),
    ]);
  });

  it('are asked no more than a few at a time, and no more than a limit', async () => {
    let now = 0;
    let most = 0;
    const fetch: Fetch = async () => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setTimeout(resolve, 2));
      now -= 1;
      return { status: 200, headers: new Headers(), body: null };
    };
    const urls = Array.from({ length: 30 }, (_, index) => `https://n${index}.example/`);
    await lintOnline(linking(...urls), { fetch, concurrency: 3 });
    expect(most).toBe(3);
    const { fetch: counting, asked } = web({});
    await lintOnline(linking(...urls), { fetch: counting, most: 5 });
    expect(new Set(asked.map((line) => line.split(' ')[1])).size).toBe(5);
  });
});
