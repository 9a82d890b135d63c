import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';

/** What answers: its address, and the process whose CPU time counts. */
export interface Server {
  address: string;
  pid: number;
}

export interface Load {
  perSecond: number;
  /** CPU time of the server a request, user and system. */
  cpuMicroseconds: number;
}

const SECONDS = 4;

/** Loads one address with wrk from the second core: one thread, 32 connections. Any answer but 2xx and 3xx is an error. */
export async function load(server: Server, path: string, headers: Record<string, string>): Promise<Load> {
  const options = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]);
  const before = cpuMicroseconds(server.pid);
  const args = ['-c', '1', 'wrk', '-t1', '-c32', `-d${SECONDS}s`, ...options, `${server.address}${path}`];
  const { stdout } = await promisify(execFile)('taskset', args);
  if (/Non-2xx or 3xx responses/.test(stdout)) throw new Error(`wrk met errors:\n${stdout}`);
  const requests = Number(/(\d+) requests in/.exec(stdout)?.[1]);
  const perSecond = Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1]);
  return { perSecond, cpuMicroseconds: (cpuMicroseconds(server.pid) - before) / requests };
}

/** User and system time of a process so far, from the operating system; a tick is 10 ms. */
export function cpuMicroseconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10_000;
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
