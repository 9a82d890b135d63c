/** Looking at a page as wide and as narrow readers see it, in the light and in the dark. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { axeFindings } from './browser.ts';

/**
 * Nothing sticks out, and axe finds nothing wrong.
 *
 * @param script whether the page runs script, as axe itself must
 */
export async function look(page: Page, script = true): Promise<void> {
  for (const [width, colorScheme] of [
    [1280, 'light'],
    [320, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    const scroll = await page.evaluate('document.documentElement.scrollWidth');
    expect([page.url(), scroll]).toEqual([page.url(), width]);
    const found = script ? await axeFindings(page) : [];
    expect([page.url(), width, colorScheme, found]).toEqual([page.url(), width, colorScheme, []]);
  }
}

/** Opens what is folded away: it must stand up to the same look. */
export async function unfold(page: Page): Promise<void> {
  await page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true");
}
