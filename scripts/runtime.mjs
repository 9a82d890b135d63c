// Finds the Node that runs Cairn and runs it. Plain JavaScript: this file is read by whatever Node the machine has.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

const NEEDED = 24;

/** The project's root folder, with a trailing slash. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * The path of a Node that is new enough: this one, else the one that npm installed beside the project.
 * npm before 11.6 links no `node` into `.bin` when two packages offer it, so it is started by its path.
 * Where there is none, says what to do and ends the process with exit code 2.
 */
export function findNode() {
  if (Number.parseInt(process.versions.node, 10) >= NEEDED) return process.execPath;
  const bundled = `${ROOT}node_modules/node-linux-${process.arch}/bin/node`;
  if (existsSync(bundled) && spawnSync(bundled, ['--version']).status === 0) return bundled;
  const installed = existsSync(`${ROOT}node_modules`);
  console.error(
    installed
      ? `Cairn runs on Node ${NEEDED}; this is Node ${process.versions.node}, and no Node ${NEEDED} comes with the project for ${process.platform} on ${process.arch}. Install Node ${NEEDED} from https://nodejs.org and start again.`
      : 'The packages are not installed yet. Run: npm ci',
  );
  process.exit(2);
}

/**
 * Runs Node with the arguments, its terminal ours, and hands on the signals that end a process.
 * Resolves with its exit code, 128 + the signal's number where a signal ended it.
 */
export function runNode(node, args, options = {}) {
  const child = spawn(node, args, { stdio: 'inherit', cwd: process.cwd(), ...options });
  const handOn = (signal) => child.kill(signal);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, handOn);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(name, handOn);
      resolve(signal === null ? code : 128 + (constants.signals[signal] ?? 0));
    });
  });
}
