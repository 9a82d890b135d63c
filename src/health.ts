/** What is told of a database that can't be asked: to whatever watches Cairn, and in the log. */
import type { Outage } from './db/outage.ts';
import { inOneText } from './web/errors.tsx';
import type { Log } from './web/log.ts';

/**
 * What `/healthz` answers, for whatever watches Cairn and starts it again: that mends an embedded database that has
 * stopped. A server that is gone comes back by itself, and published pages go on meanwhile.
 */
export function healthOf(
  running: { version: string; revision: string },
  outage: Pick<Outage, 'problem' | 'isFinal'> | undefined,
): [status: 200 | 503, health: object] {
  if (outage?.problem === undefined) return [200, { status: 'ok', ...running }];
  if (!outage.isFinal) return [200, { status: 'ok', database: 'unreachable', ...running }];
  return [503, { status: 'database stopped', problem: inOneText(outage.problem), ...running }];
}

/** The same log without what the outage tells, once: a request in every second would write down the same. */
export function withoutOutages(log: Log, outage: Outage): Log {
  return {
    error: (details, message) => {
      if (!('err' in details && outage.accountsFor(details.err))) log.error(details, message);
    },
  };
}
