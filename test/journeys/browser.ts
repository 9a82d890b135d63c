/** A real Chromium on the real application over the sample catalogue. */
import { accessSync, constants, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { type ServerType, serve } from '@hono/node-server';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { createApp } from '../../src/app.ts';
import type { Catalogue } from '../../src/features/framework/catalogue.ts';
import { sampleCatalogue } from '../sample-framework.ts';

/** One page of each type. */
export const PAGE_TYPES = {
  'the list of frameworks': '/frameworks',
  'a framework': '/frameworks/harbour',
  'a level': '/frameworks/harbour/levels/lead',
  'a level of the legacy shape': '/frameworks/quay/levels/hand',
  'a role profile': '/frameworks/harbour/roles/watch-manager',
  'a guide': '/frameworks/harbour/guides/how-to-use',
  'a competency': '/frameworks/harbour/competencies/incidents',
  'a comparison': '/frameworks/harbour/compare/watch/lead',
  'the form that chooses two levels': '/compare',
  'a booklet': '/frameworks/harbour/booklet',
  'the search page': '/search?q=incidents',
  'the words': '/glossary',
  'the shortcuts': '/shortcuts',
  'a page that is not there': '/frameworks/harbor',
};

type App = ReturnType<typeof createApp>;

export interface World {
  address: string;
  /** Opens a page; what the content security policy refuses, or the browser reports as an error, fails the test. */
  open(path: string, options?: BrowserContextOptions): Promise<OpenPage>;
  close(): Promise<void>;
}

export interface OpenPage {
  page: Page;
  /** Errors that the browser reported so far. */
  errors: string[];
}

/** @param app another application than the one over the catalogue, e.g. over a database */
export async function openWorld(
  catalogue: Catalogue = sampleCatalogue(),
  app: App = appOver(catalogue),
): Promise<World> {
  const { server, address } = await startServer(app);
  const browser = await sharedBrowser();
  const contexts: BrowserContext[] = [];
  return {
    address,
    open: async (path, options = {}) => {
      const context = await browser.newContext(options);
      contexts.push(context);
      const page = await context.newPage();
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('console', (message) => {
        // The browser reports the status of a page that is not there, which is what some journeys ask for.
        if (message.type() === 'error' && !message.text().includes('status of 404'))
          errors.push(message.text());
      });
      await page.goto(address + path);
      return { page, errors };
    },
    close: async () => {
      for (const context of contexts) await context.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function appOver(catalogue: Catalogue): App {
  return createApp({
    catalogue: { current: async () => catalogue },
    preview: { isValid: async () => false },
    baseUrl: 'http://localhost',
    version: '0.0.0',
    log: { error: (details, message) => console.error(message, details) },
    now: () => new Date('2026-11-22T10:00:00Z'),
  });
}

async function startServer(app: App): Promise<{ server: ServerType; address: string }> {
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0 }, ({ port }) => {
      resolve({ server, address: `http://localhost:${port}` });
    });
  });
}

let started: Promise<Browser> | undefined;

/** One for all the files of a worker, which takes it along when it ends. Contexts keep apart what tests open in it. */
export async function sharedBrowser(): Promise<Browser> {
  if (!(await started)?.isConnected()) started = startBrowser();
  return started as Promise<Browser>;
}

function startBrowser(): Promise<Browser> {
  const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'];
  return chromium.launch({ executablePath: chromiumOnPath(), args });
}

function chromiumOnPath(): string {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isExecutable);
  if (found === undefined) throw new Error(`no browser on the PATH; install one of ${names.join(', ')}`);
  return found;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  }
}

/** What axe-core finds wrong on the page, one line a finding. */
export async function axeFindings(page: Page): Promise<string[]> {
  // Evaluated by the debugger, so the page's policy neither allows nor forbids it.
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(AXE);
  const violations = (await page.evaluate(RUN_AXE)) as Violation[];
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}: ${html} ${failureSummary ?? ''}`),
  );
}

interface Violation {
  id: string;
  help: string;
  nodes: { html: string; failureSummary?: string }[];
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Style sheets are left where they are: none of these rules reads them. */
const RUN_AXE = `axe.run(document, {
  resultTypes: ['violations'],
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  preload: { assets: ['media'] },
}).then(({ violations }) => violations)`;
