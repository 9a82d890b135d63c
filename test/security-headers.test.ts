import { describe, expect, it } from 'vitest';
import { createApp } from '../src/app.ts';
import type { Database } from '../src/db/connect.ts';
import { onEmbedded } from './database.ts';
import { sampleCatalogue } from './sample-framework.ts';

/** What stands in the sample catalogue for each parameter of a route; anything else answers that it is not there. */
const PARAMETERS: Record<string, string> = {
  framework: 'harbour',
  level: 'lead',
  competency: 'incidents',
  role: 'watch-manager',
  guide: 'how-to-use',
  picture: 'harbour',
  before: 'watch',
  after: 'lead',
  other: 'quay',
};

/** Nothing may load from elsewhere, be framed, run from the page's own text, or turn text into script. */
const POLICY: Record<string, string> = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self'",
  'font-src': "'self'",
  'connect-src': "'self'",
  'form-action': "'self'",
  'base-uri': "'none'",
  'frame-ancestors': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': "'none'",
};

function openApp({ db }: Database, broken = false) {
  const app = createApp({
    catalogue: {
      current: async () => {
        if (broken) throw new Error('broken');
        return sampleCatalogue();
      },
    },
    preview: { isValid: async () => false },
    steward: { db, changed: async () => {} },
    baseUrl: 'https://cairn.test',
    version: '0.0.0',
    log: { error: () => {} },
  });
  return {
    routes: app.routes.filter(({ method }) => method !== 'ALL'),
    ask: async (method: string, path: string) => app.request(`https://cairn.test${path}`, { method }),
  };
}

/** A route with its parameters filled in, endings kept: `:level{[^/]+\.json}` becomes `lead.json`. */
function addressOf(route: string): string {
  return route
    .replace('/:part{sitemap-[1-9][0-9]*\\.xml}', '/sitemap-1.xml')
    .replace(/:(\w+)(?:\{\[\^\/\]\+\\(\.\w+)\})?/g, (_, name: string, ending = '') => {
      return `${PARAMETERS[name] ?? 'none'}${ending}`;
    });
}

function strictHeadersOf({ headers }: Response) {
  const policy = headers.get('content-security-policy') ?? '';
  return {
    policy: Object.fromEntries(
      policy.split('; ').map((directive) => {
        const [name = '', ...values] = directive.split(' ');
        return [name, values.join(' ')];
      }),
    ),
    sniffing: headers.get('x-content-type-options'),
    referrer: headers.get('referrer-policy'),
    frames: headers.get('x-frame-options'),
    opener: headers.get('cross-origin-opener-policy'),
    camera: headers.get('permissions-policy')?.includes('camera=()'),
    transport: headers.get('strict-transport-security')?.startsWith('max-age='),
  };
}

const STRICT = {
  policy: POLICY,
  sniffing: 'nosniff',
  referrer: 'same-origin',
  frames: 'DENY',
  opener: 'same-origin',
  camera: true,
  transport: true,
};

describe('every answer carries strict headers', () => {
  onEmbedded((database) => {
    it('at every route that is mounted', async () => {
      const { routes, ask } = openApp(database());
      const types = new Set<string>();
      expect(routes.length).toBeGreaterThan(30);
      for (const { method, path } of routes) {
        const address = addressOf(path);
        const answer = await ask(method, address);
        expect(answer.status, `${method} ${address}`).toBeLessThan(500);
        expect([method, address, strictHeadersOf(answer)]).toEqual([method, address, STRICT]);
        types.add((answer.headers.get('content-type') ?? '').split(';')[0] ?? '');
      }
      // The walk met every kind of answer, so the test is not of one page alone.
      const met = ['text/html', 'application/json', 'application/atom+xml', 'application/xml', 'image/png'];
      expect([...types]).toEqual(expect.arrayContaining(met));
    });

    it('where nothing is, where a method is refused and where an address is damaged', async () => {
      const { ask } = openApp(database());
      const cases: [string, string, number][] = [
        ['GET', '/nowhere', 404],
        ['GET', '/nowhere.json', 404],
        ['GET', '/frameworks/harbor', 404],
        ['GET', '/frameworks/harbour/levels/nobody', 404],
        ['GET', '/frameworks/harbour/levels/nobody.png', 404],
        ['GET', '/assets/none.css', 404],
        ['DELETE', '/frameworks', 405],
        ['POST', '/frameworks.json', 405],
        ['GET', '/%zz', 400],
        ['GET', '/%zz.json', 400],
        ['GET', '/frameworks/', 301],
      ];
      for (const [method, path, status] of cases) {
        const answer = await ask(method, path);
        expect([path, answer.status, strictHeadersOf(answer)]).toEqual([path, status, STRICT]);
      }
    });

    it('with assets, and where a reader holds the page already', async () => {
      const { ask } = openApp(database());
      const html = await (await ask('GET', '/frameworks')).text();
      const [asset = ''] = /\/assets\/[^"]+\.js/.exec(html) ?? [];
      expect(strictHeadersOf(await ask('GET', asset))).toEqual(STRICT);
    });

    it('where something fails inside', async () => {
      const { ask } = openApp(database(), true);
      for (const path of ['/frameworks', '/frameworks.json', '/feed.atom']) {
        const answer = await ask('GET', path);
        expect([path, answer.status, strictHeadersOf(answer)]).toEqual([path, 500, STRICT]);
      }
    });
  });
});
