/** What Cairn tells of a database that can't be asked, to whatever watches it and in the log. */
import { expect, test } from 'vitest';
import { Outage } from '../src/db/outage.ts';
import { CairnError } from '../src/domain/errors.ts';
import { withoutOutages } from '../src/health.ts';
import { onEmbedded } from './database.ts';
import { openAppOver } from './world.ts';

const STOPPED = new CairnError(
  'unavailable',
  'The database has stopped.',
  'Free some room and start Cairn again.',
);
const GONE = Object.assign(new Error('connect ECONNREFUSED 192.0.2.1:5432'), { code: 'ECONNREFUSED' });
const BROKEN = new Error('a mistake of Cairn itself');

/** An outage, what it said, and what was logged beside it. */
function watched() {
  const told: string[] = [];
  const outage = new Outage((line) => told.push(line));
  const log = withoutOutages({ error: (_, message) => told.push(message) }, outage);
  return { told, outage, log };
}

onEmbedded((database) => {
  async function health(outage: Outage) {
    const { visitor } = await openAppOver({ ...database(), outage });
    const answer = await visitor.get('/healthz');
    return [answer.status, await answer.json()];
  }

  test('/healthz asks to be started again where the database has stopped, and only there', async () => {
    const { outage, log } = watched();
    expect(await health(outage)).toEqual([200, expect.objectContaining({ status: 'ok' })]);
    log.error({ err: GONE }, 'mail could not be looked for');
    const unreachable = expect.objectContaining({ status: 'ok', database: 'unreachable' });
    expect(await health(outage)).toEqual([200, unreachable]);
    outage.stopped(STOPPED);
    const stopped = {
      status: 'database stopped',
      problem: 'The database has stopped. Free some room and start Cairn again.',
    };
    expect(await health(outage)).toEqual([503, expect.objectContaining(stopped)]);
  });
});

test('a server that goes is told once, however many find out, and once more when it is back', () => {
  const { told, outage, log } = watched();
  for (const err of [GONE, new Error('not signed in', { cause: GONE }), GONE]) {
    log.error({ err }, 'a request failed');
  }
  outage.over();
  outage.over();
  const lost = 'The connection to the database was lost: connect ECONNREFUSED 192.0.2.1:5432.';
  expect(told).toEqual([lost, 'The database answers again.']);
  log.error({ err: GONE }, 'a request failed');
  expect(told.slice(2)).toEqual([lost]);
});

test('whatever else goes wrong meanwhile is logged', () => {
  const { told, outage, log } = watched();
  log.error({ err: GONE }, 'a request failed');
  log.error({ err: BROKEN }, 'a request failed');
  log.error({ id: 'x' }, 'without an error');
  expect(told.slice(1)).toEqual(['a request failed', 'without an error']);
  outage.stopped(STOPPED);
  log.error({ err: BROKEN }, 'a request failed');
  log.error({ err: new Error('as a library passes it on', { cause: STOPPED }) }, 'not signed in');
  expect(told.slice(3)).toEqual(['The database has stopped.', 'a request failed']);
});
