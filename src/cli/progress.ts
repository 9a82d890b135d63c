import type { Progress } from './desk/tasks.ts';

/** Work shorter than this, in milliseconds, says nothing about how far it has come. */
const QUIET = 1_000;

/**
 * Shows on standard error how far long work has come: one line that is written over on a terminal, plain lines
 * elsewhere.
 */
export function printProgress(): Progress {
  const started = performance.now();
  const { isTTY } = process.stderr;
  if (isTTY) process.once('exit', () => process.stderr.write('\r\u001b[K'));
  return (line) => {
    if (performance.now() - started < QUIET) return;
    process.stderr.write(isTTY ? `\r\u001b[K${line}` : `${line}\n`);
  };
}
