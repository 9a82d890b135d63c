import { defineConfig } from 'vitest/config';

/** Journeys in a real browser. A worker has one, which its files share. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['test/journeys/**/*.journey.ts'],
    globalSetup: 'test/leave-nothing-behind.ts',
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Two browsers, two databases and the application twice share two cores.
    expect: { poll: { timeout: 20_000 } },
    maxWorkers: 2,
    // A worker that goes on has its browser started and the application loaded.
    isolate: false,
  },
});
