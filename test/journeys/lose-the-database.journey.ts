import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { startPostgres } from '../../scripts/postgres-server.mjs';
import { openDatabase } from '../../src/db/connect.ts';
import { begin, openTalkWorld, reveal } from '../../src/features/conversation/tests/talk-world.ts';
import type { Visitor } from '../world.ts';
import { openWorld } from './browser.ts';
import { cookiesOf } from './people.ts';

/** Two browsers and a database share two cores; a page tries again after 15 seconds at most. */
const PATIENCE = { timeout: 40_000 };

const WRITTEN = 'Leads incidents to their end.';

test('the database goes in mid-talk: the page says so, keeps the text, and goes on once it is back', async ({
  skip,
}) => {
  const postgres = await startPostgres();
  if ('skipped' in postgres) return skip(postgres.skipped);
  onTestFinished(() => postgres.stop());
  const database = await openDatabase({ url: postgres.url });
  onTestFinished(() => database.close());
  const people = await openTalkWorld(database);
  const browsers = await openWorld(undefined, people.world.app);
  onTestFinished(() => browsers.close());
  const talk = await begin(people.rosa, 'lineManager');
  await reveal(people, talk);
  const opened = async (who: Visitor) => {
    const storageState = { cookies: cookiesOf(who), origins: [] };
    return (await browsers.open(`/conversations/${talk}/talk`, { storageState })).page;
  };
  const rosa = await opened(people.rosa);
  const daniel = await opened(people.daniel);
  const loads = loadsOf(rosa, daniel);

  await postgres.down();
  await sentence(rosa).fill(WRITTEN);
  await rosa
    .getByText('Nothing can be saved right now. What you write is kept on this device')
    .waitFor(PATIENCE);
  await expect.poll(() => sentence(rosa).inputValue()).toBe(WRITTEN);
  await expect.poll(() => sentence(daniel).inputValue()).toBe('');
  // A page that is loaded meanwhile says it too.
  const asked = await rosa.request.get(rosa.url());
  expect([asked.status(), await asked.text()]).toEqual([
    503,
    expect.stringContaining('The connection to the database was lost.'),
  ]);

  await postgres.up();
  await expect.poll(() => sentence(daniel).inputValue(), PATIENCE).toBe(WRITTEN);
  await rosa.getByText('Each of you sees what the other writes.').waitFor(PATIENCE);
  expect(loads()).toBe(0);
  await rosa.reload();
  await expect.poll(() => sentence(rosa).inputValue()).toBe(WRITTEN);
  expect(
    await rosa.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('cairn:unsent:'))"),
  ).toEqual([]);
});

function sentence(page: Page) {
  return page.getByLabel(/In a sentence/).first();
}

/** How often any of the pages was loaded since. */
function loadsOf(...pages: Page[]): () => number {
  let loads = 0;
  for (const page of pages) page.on('load', () => (loads += 1));
  return () => loads;
}
