import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostileFramework, released } from '../../src/features/framework/tests/hostile.ts';
import { axeFindings, openWorld, type World } from './browser.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld(released(hostileFramework()));
});
afterAll(() => world.close());

const PAGES = [
  '/frameworks',
  '/frameworks/hostile',
  '/frameworks/hostile/levels/lead',
  '/frameworks/hostile/competencies/incidents',
  '/frameworks/hostile/guides/how-to-use',
  '/api',
];

describe('a page, even of a hostile framework', () => {
  it.each(PAGES)('%s asks nobody else for anything and breaks no policy', async (path) => {
    const { page, errors } = await world.open('/healthz');
    const asked = new Set<string>();
    page.on('request', (request) => asked.add(new URL(request.url()).origin));
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await page.addInitScript(`
      window.violations = [];
      addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
        window.violations.push(violatedDirective + ' ' + blockedURI);
      });
    `);
    await page.goto(world.address + path, { waitUntil: 'networkidle' });
    expect([...asked]).toEqual([world.address]);
    await expect.poll(() => page.evaluate('window.violations')).toEqual([]);
    expect([dialogs, errors]).toEqual([[], []]);
    await page.context().close();
  });

  it('reports what would break its policy, so the test above can fail', async () => {
    const { page } = await world.open('/frameworks');
    await page.evaluate(`
      window.violations = [];
      addEventListener('securitypolicyviolation', ({ violatedDirective }) => violations.push(violatedDirective));
      const script = document.createElement('img');
      script.src = 'https://elsewhere.invalid/x.png';
      document.body.append(script);
    `);
    await page.waitForFunction('window.violations.length > 0');
    await expect.poll(() => page.evaluate('window.violations')).toEqual(['img-src']);
    await page.context().close();
  });

  it('has a feed and a sitemap that a parser of XML takes', async () => {
    const { page } = await world.open('/frameworks');
    for (const [path, root] of [
      ['/feed.atom', 'feed'],
      ['/sitemap.xml', 'urlset'],
    ]) {
      // The browser's own parser; reading a text so needs no trusted type, since nothing in it is run.
      const parsed = await page.evaluate(`fetch('${path}').then((answer) => answer.text()).then((text) => {
        const parser = new XMLHttpRequest();
        parser.open('GET', '${path}', false);
        parser.overrideMimeType('application/xml');
        parser.send();
        const document = parser.responseXML;
        return document === null ? 'not XML: ' + text.slice(0, 200) : document.documentElement.localName;
      })`);
      expect(parsed).toBe(root);
    }
    await page.context().close();
  });

  it('can be read by a program on another site, as data and not as a page', async () => {
    const { page } = await world.open('/frameworks');
    const elsewhere = createServer((_, answer) => {
      answer.setHeader('content-type', 'text/html').end('<!doctype html><title>Elsewhere</title>');
    });
    await new Promise<void>((done) => elsewhere.listen(0, 'localhost', done));
    await page.goto(`http://localhost:${(elsewhere.address() as AddressInfo).port}/`);
    const read = (path: string) =>
      page.evaluate(`fetch('${world.address}${path}', { headers: { 'if-none-match': '"x"' } })
        .then((answer) => answer.headers.get('etag'), () => 'refused')`);
    await expect.poll(() => read('/frameworks/hostile/levels/lead.json')).toMatch(/^"/);
    await expect.poll(() => read('/frameworks/hostile/levels/lead')).toBe('refused');
    await page.context().close();
    await new Promise((done) => elsewhere.close(done));
  });
});

describe('the reference of the data', () => {
  it.each([
    { viewport: { width: 1280, height: 900 } },
    { viewport: { width: 320, height: 640 }, colorScheme: 'dark' as const },
  ])('can be read by everybody, at $viewport.width px', async (options) => {
    const { page, errors } = await world.open('/api', options);
    expect(await axeFindings(page)).toEqual([]);
    await expect.poll(() => page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});
