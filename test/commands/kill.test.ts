/** The same a few hundred times: npm run bench -- kill, and npm run bench -- kill server. */
import { expect, onTestFinished, test, vi } from 'vitest';
import { type Killed, killWhileWriting } from '../../bench/kill/kill-while-writing.ts';
import { embeddedPlace, serverPlace } from '../../bench/made/databases.ts';

vi.setConfig({ testTimeout: 300_000 });

test('a server that is killed while people write loses nothing that it confirmed, and starts again', async () => {
  const made = await embeddedPlace();
  onTestFinished(made.remove);
  await expectNothingLost(6, made, 0);
});

test.skipIf(process.env.CAIRN_TEST_DATABASE_URL === undefined)(
  'nor does one on PostgreSQL, nor where that is killed',
  async () => {
    const made = await serverPlace();
    onTestFinished(made.remove);
    await expectNothingLost(4, made, 1);
  },
);

async function expectNothingLost(kills: number, killed: Killed, ofDatabase: number): Promise<void> {
  const tally = await killWhileWriting(kills, killed);
  expect(tally).toMatchObject({ kills, ofDatabase, lost: [], halfRevealed: [] });
  for (const confirmed of [tally.notes, tally.answers, tally.reveals]) expect(confirmed).toBeGreaterThan(0);
}
