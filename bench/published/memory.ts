import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunningCairn } from './servers.ts';

const LEVELS = 1_000;
const REQUESTS = 10_000;

/** Asks for 1,000 different pages ten times over and prints what the process holds after each thousand requests. */
export async function memoryOverManyPages(cairn: RunningCairn): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-bench-'));
  try {
    writeFileSync(join(folder, 'ladder.yml'), family());
    cairn.command('import', join(folder, 'ladder.yml'));
    cairn.command('release', 'ladder', '--status', 'beta');
  } finally {
    rmSync(folder, { recursive: true });
  }
  const megabytes: number[] = [];
  for (let request = 1; request <= REQUESTS; request += 1) {
    const answer = await fetch(`${cairn.address}/frameworks/ladder/levels/l${request % LEVELS}`);
    if (answer.status !== 200) throw new Error(`a page answered ${answer.status}`);
    await answer.arrayBuffer();
    if (request % LEVELS === 0) megabytes.push(resident(cairn.pid));
  }
  console.log(`\nResident memory over ${REQUESTS} requests of ${LEVELS} pages, after each ${LEVELS}, in MB:`);
  console.log(megabytes.join(', '));
}

/** A made-up family of many levels with ten entries each. */
function family(): string {
  const levels = Array.from({ length: LEVELS }, (_, n) => `  - id: l${n}\n    name: Level ${n}\n`);
  const entries = Array.from({ length: LEVELS * 10 }, (_, n) => {
    const level = Math.floor(n / 10);
    return `  - id: e${n}\n    summary: Keeps record ${n}\n    examples:\n      - Kept record ${n} through a night\n    level: l${level}\n    theme: records\n    proficiency: Working knowledge\n`;
  });
  return `name: Ladder\nsummary: Many levels.\ngoogleSheetId: none\nlevels:\n${levels.join('')}themes:\n  - id: records\n    name: Records\ncompetencies:\n${entries.join('')}`;
}

function resident(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
}
