import type { Progress } from './desk/tasks.ts';

/** Shows progress on standard error: one line that is written over on a terminal, plain lines elsewhere. */
export function printProgress(): Progress {
  const { isTTY } = process.stderr;
  if (!isTTY) return (line) => process.stderr.write(`${line}\n`);
  process.once('exit', () => process.stderr.write('\r\u001b[K'));
  return (line) => process.stderr.write(`\r\u001b[K${line}`);
}
