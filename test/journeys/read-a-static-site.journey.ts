import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Host, hostFolder } from '../../src/static-site/tests/host.ts';
import { buildSample } from '../../src/static-site/tests/sample-site.ts';
import { sharedBrowser } from './browser.ts';

const BASE = '/team/site/';

let folder: string;
let host: Host;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cairn-journey-'));
  await buildSample(join(folder, 'site'), { base: BASE });
  host = await hostFolder(join(folder, 'site'), BASE);
});
afterAll(async () => {
  await host.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Opens a page of the site and collects what the browser complains about. */
async function open(path: string, javaScriptEnabled = true) {
  const browser = await sharedBrowser();
  const context = await browser.newContext({ javaScriptEnabled });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto(`${host.origin}${BASE}${path}`);
  return { page, errors };
}

describe('a site of plain files in a subfolder', () => {
  it('is read from its start to a level, with its style and scripts', async () => {
    const { page, errors } = await open('');
    await page.getByRole('link', { name: 'Harbour Operations', exact: true }).click();
    await page.waitForURL(`**${BASE}frameworks/harbour/`);
    await page.getByRole('main').getByRole('link', { name: 'Lead Engineer' }).first().click();
    await page.waitForURL(`**${BASE}frameworks/harbour/levels/lead/`);
    await expect.poll(() => page.locator('h1').textContent()).toBe('Lead Engineer');
    const style = await page.evaluate('getComputedStyle(document.body).fontFamily');
    expect(style).toContain('Atkinson');
    await page.waitForLoadState('networkidle');
    expect(errors).toEqual([]);
    expect(host.missed).toEqual([]);
    await page.context().close();
  });

  it('is held to its content security policy by the page itself', async () => {
    const { page } = await open('frameworks/harbour/');
    const ran = await page
      .evaluate(`(() => {
      const script = document.createElement('script');
      script.append('window.ran = true');
      document.head.append(script);
      return window.ran === true;
    })()`)
      .catch((error: Error) => error.message);
    expect(ran).not.toBe(true);
    await page.context().close();
  });

  it('is searched without a server', async () => {
    const { page, errors } = await open('frameworks/');
    await page.keyboard.press('/');
    await page.keyboard.type('incidnts');
    const first = page.getByRole('option').first();
    await first.waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${BASE}frameworks/harbour/**`);
    await expect.poll(() => page.getByRole('main').textContent()).toContain('incidents');
    expect(errors).toEqual([]);
    expect(host.missed).toEqual([]);
    await page.context().close();
  });

  it('shows what an address of the search page asks for', async () => {
    const { page, errors } = await open('search/?q=suppliers');
    await page.locator(`#_results a[href*="${BASE}frameworks/harbour/"]`).first().waitFor();
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('says without script that it cannot search, and leads on', async () => {
    const { page } = await open('search/?q=suppliers', false);
    const main = page.getByRole('main');
    await expect.poll(() => main.textContent()).toContain('your browser does the searching');
    await main.getByRole('link', { name: 'the frameworks' }).click();
    await page.waitForURL(`**${BASE}frameworks/`);
    await page.context().close();
  });

  it('offers comparisons that are there, and no form that asks a server', async () => {
    const { page, errors } = await open('compare/');
    const main = page.getByRole('main');
    await expect.poll(() => main.locator('form').count()).toBe(0);
    await main.getByRole('link').first().click();
    await page.waitForURL(`**${BASE}**compare/**`);
    expect(await page.locator('h1').textContent()).not.toBe('There is no page here');
    expect(errors).toEqual([]);
    expect(host.missed).toEqual([]);
    await page.context().close();
  });
});
