/** What tells one process from every other one on this machine, also from a later one with the same number. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface ProcessMark {
  pid: number;
  /** When it started, in the system's own words; absent where that cannot be found out. */
  started?: string;
  /** Which start of the machine it belongs to; absent where that cannot be found out. */
  boot?: string;
}

/** The mark of the process that asks. */
export function thisProcess(): ProcessMark {
  const [started, boot] = [startOf(process.pid), bootId()];
  return { pid: process.pid, ...(started ? { started } : {}), ...(boot ? { boot } : {}) };
}

/** Whether the marked process still runs. Where its start cannot be compared, its number alone decides. */
export function isAlive(mark: ProcessMark): boolean {
  const boot = bootId();
  if (mark.boot !== undefined && boot !== undefined && mark.boot !== boot) return false;
  try {
    process.kill(mark.pid, 0);
  } catch (error) {
    // EPERM: it runs and belongs to somebody else.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const started = startOf(mark.pid);
  return mark.started === undefined || started === undefined || mark.started === started;
}

function startOf(pid: number): string | undefined {
  if (process.platform === 'linux') {
    const stat = readIfThere(`/proc/${pid}/stat`);
    // The command's name stands in brackets and may hold spaces and brackets itself; the start is field 22.
    return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  }
  if (process.platform === 'win32') return undefined;
  return output('ps', ['-o', 'lstart=', '-p', String(pid)]);
}

function bootId(): string | undefined {
  if (process.platform === 'linux') return readIfThere('/proc/sys/kernel/random/boot_id')?.trim();
  return process.platform === 'darwin' ? output('sysctl', ['-n', 'kern.bootsessionuuid']) : undefined;
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // The process has gone, or the system hides it.
    return undefined;
  }
}

function output(command: string, args: string[]): string | undefined {
  return spawnSync(command, args, { encoding: 'utf8' }).stdout?.trim() || undefined;
}
