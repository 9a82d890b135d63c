import { defineConfig } from 'vitest/config';

/** Journeys in a real browser, one after the other: two cores are not enough for two browsers. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['test/journeys/**/*.journey.ts'],
    globalSetup: 'test/leave-nothing-behind.ts',
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 1,
  },
});
