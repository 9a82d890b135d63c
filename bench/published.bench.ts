/**
 * A published level page against nginx serving the same bytes: requests a second and CPU time a request, the median of
 * five rounds that alternate; the page as 304, and rendered for each request; memory over many pages.
 * Needs Debian's nginx and wrk. Servers run on the first core, wrk on the second.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Load, load, median } from './published/load.ts';
import { memoryOverManyPages } from './published/memory.ts';
import { startCairn, startNginx } from './published/servers.ts';

const ROUNDS = 5;
const PAGE = '/frameworks/operations/levels/senior-2';

const folder = mkdtempSync(join(tmpdir(), 'cairn-bench-'));
const cairn = await startCairn(join(folder, 'data'));
try {
  const page = await fetch(`${cairn.address}${PAGE}`, { headers: { 'accept-encoding': 'identity' } });
  const bytes = new Uint8Array(await page.arrayBuffer());
  const nginx = await startNginx(folder, bytes);
  const preview = await cairn.previewCookie();
  const cases = [
    { name: 'nginx, the same bytes as a file', server: nginx, path: '/page.html', headers: {} },
    { name: 'Cairn, kept bytes', server: cairn, path: PAGE, headers: {} },
    {
      name: 'Cairn, 304',
      server: cairn,
      path: PAGE,
      headers: { 'If-None-Match': page.headers.get('etag') ?? '' },
    },
    { name: 'Cairn, rendered for each request', server: cairn, path: PAGE, headers: { Cookie: preview } },
  ];
  const rounds = new Map<string, Load[]>(cases.map(({ name }) => [name, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { name, server, path, headers } of cases) {
      rounds.get(name)?.push(await load(server, path, headers));
    }
  }
  await nginx.stop();
  print(bytes.length, rounds);
  await memoryOverManyPages(cairn);
} finally {
  await cairn.stop();
  rmSync(folder, { recursive: true, force: true });
}

function print(size: number, rounds: Map<string, Load[]>): void {
  const all = [...rounds].map(([name, loads]) => ({
    name,
    perSecond: median(loads.map(({ perSecond }) => perSecond)),
    cpu: median(loads.map(({ cpuMicroseconds }) => cpuMicroseconds)),
  }));
  const reference = all[0]?.perSecond ?? 1;
  console.log(`\nA level page of ${(size / 1024).toFixed(1)} KB, uncompressed; median of ${ROUNDS} rounds\n`);
  console.log('| what | requests a second | ratio to nginx | CPU time a request |');
  console.log('|---|---|---|---|');
  for (const { name, perSecond, cpu } of all) {
    console.log(
      `| ${name} | ${Math.round(perSecond).toLocaleString('en-GB')} | ${(perSecond / reference).toFixed(2)} | ${cpu.toFixed(0)} µs |`,
    );
  }
}
