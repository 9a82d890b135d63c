/** The whole product as it starts for an operator, on an embedded database of its own, with a real browser before it. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { startServer } from '../../src/main.ts';
import { embeddedDataDir } from '../database.ts';
import { sharedBrowser } from './browser.ts';

export interface Harbour {
  address: string;
  /** The one-time link that the first start prints. */
  setUpLink: string;
  /** A browser of its own, with nothing signed in. */
  open(options?: BrowserContextOptions): Promise<Page>;
  /** The newest link that a mail to an address holds, once it is there. */
  linkTo(address: string, part: string): Promise<string>;
  close(): Promise<void>;
}

export async function openHarbour(): Promise<Harbour> {
  const dataDir = await embeddedDataDir();
  const server = await startServer(readConfig({ PORT: '0', DATA_DIR: dataDir }));
  const browser = await sharedBrowser();
  const contexts: BrowserContext[] = [];
  const outbox = join(dataDir, 'outbox');
  return {
    address: server.address,
    setUpLink: server.setUpLink ?? '',
    open: async (options) => {
      const context = await browser.newContext({ baseURL: server.address, ...options });
      contexts.push(context);
      return openPage(context);
    },
    linkTo: async (address, part) => {
      const find = () => newestLink(outbox, address, part);
      await expect.poll(find, { timeout: 20_000 }).toBeDefined();
      return find() ?? '';
    },
    close: async () => {
      for (const context of contexts) await context.close();
      await server.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** What the content security policy refuses, or the browser reports as an error, fails the test. */
async function openPage(context: BrowserContext): Promise<Page> {
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  page.on('console', (message) => {
    // The browser reports every status that is no success, which forms that come back have on purpose.
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text()))
      throw new Error(message.text());
  });
  return page;
}

function newestLink(outbox: string, address: string, part: string): string | undefined {
  const mails = filesIn(outbox)
    .toSorted()
    .map((name) => readFileSync(join(outbox, name), 'utf8'))
    .filter((mail) => mail.includes(`To: ${address}`));
  const links = mails.flatMap((mail) => mail.match(/^https?:\/\/\S+/gm) ?? []);
  return links.findLast((link) => link.includes(part));
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.eml'));
  } catch {
    return [];
  }
}
