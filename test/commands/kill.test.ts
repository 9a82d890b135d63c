/** The same a few hundred times: npm run bench -- kill. */
import { expect, test, vi } from 'vitest';
import { killWhileWriting } from '../../bench/kill/kill-while-writing.ts';

vi.setConfig({ testTimeout: 300_000 });

test('a server that is killed while people write loses nothing that it confirmed, and starts again', async () => {
  const tally = await killWhileWriting(10);
  expect(tally).toMatchObject({ kills: 10, lost: [], halfRevealed: [] });
  for (const confirmed of [tally.notes, tally.answers, tally.reveals]) expect(confirmed).toBeGreaterThan(0);
});
