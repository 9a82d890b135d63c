import type { Progress } from './desk/tasks.ts';

/** Shows progress on standard error: one line that is overwritten on a terminal, plain lines elsewhere. */
export function printProgress(): Progress {
  const { isTTY } = process.stderr;
  return (line) => process.stderr.write(isTTY ? `\r\u001b[K${line}` : `${line}\n`);
}
