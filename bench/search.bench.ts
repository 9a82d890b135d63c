/**
 * Searching 10,000 expectations: what the server does once a release, what a browser does once a visit, and the time
 * from a query to its first result. The reference is a plain search for the letters through the same texts, which
 * finds no typing errors.
 */
import { buildIndex, indexFile } from '../src/features/framework/search/build-index.ts';
import { find, openIndex } from '../src/features/framework/search/engine.ts';
import { indexDocuments } from '../src/features/framework/search/index-documents.ts';
import { wideFramework } from './made/wide-framework.ts';

const QUERIES = [
  'incident review',
  'incidnt',
  'runbok',
  'rota',
  'supplier contract',
  'recovery',
  'monitring alerts',
];
const ROUNDS = 15;

const framework = wideFramework();
const edition = {
  framework,
  version: '1.0.0',
  status: 'published' as const,
  since: '2026-01-01T00:00:00Z',
  statuses: [],
};
const catalogue = {
  revision: '1',
  frameworks: [{ id: 'wide', releases: [edition] }],
  guides: [],
  roleProfiles: [],
};

const [documents, collecting] = await timed(() => indexDocuments(catalogue));
const [index, building] = await timed(() => buildIndex(documents));
const [json, writing] = await timed(() => indexFile(index, '1'));
const [opened, opening] = await timed(() => openIndex(json));

const searching: number[] = [];
const scanning: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  for (const query of QUERIES) {
    const [found, time] = await timed(() => find(opened, query, 8));
    if (found.groups.length === 0) throw new Error(`nothing was found for ${query}`);
    searching.push(time);
    scanning.push((await timed(() => scan(query)))[1]);
  }
}

console.log(
  `\n${framework.expectations.length} expectations, ${documents.length} documents, ${(json.length / 1e6).toFixed(1)} MB of index\n`,
);
console.log('| what | time | ratio to reading every text |');
console.log('|---|---|---|');
row('reading every text for the letters (reference)', middle(scanning));
row('from a query to its results, median', middle(searching));
row('the slowest query', Math.max(...searching));
row('server, once a release: collect', collecting);
row('server, once a release: index', building);
row('server, once a release: write', writing);
row('browser, once a visit: open', opening);

function row(what: string, milliseconds: number): void {
  console.log(
    `| ${what} | ${milliseconds.toFixed(1)} ms | ${(milliseconds / middle(scanning)).toFixed(2)} |`,
  );
}

function scan(query: string): number {
  const letters = query.toLowerCase();
  return documents.filter(({ title, text }) => `${title} ${text}`.toLowerCase().includes(letters)).length;
}

async function timed<T>(work: () => T | Promise<T>): Promise<[T, number]> {
  const started = performance.now();
  const result = await work();
  return [result, performance.now() - started];
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
