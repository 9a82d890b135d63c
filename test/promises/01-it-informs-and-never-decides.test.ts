/** No score, percentage, rank, average or bar: in no source of ours, mails included, and on no page, answer or export. */
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { mountedDoors } from '../../src/app.ts';
import { PLACES } from '../access/objects.ts';
import { fillRecords } from '../access/records.ts';
import { onEmbedded } from '../database.ts';
import { NAMES, openWorld } from '../world.ts';
import { readableAddresses } from './every-route.ts';
import { JUDGING, productText } from './product-text.ts';

/** What a page would say or draw of somebody that is no count of things that exist. */
const JUDGED = [
  JUDGING,
  /\d ?%(?![\da-f]{2})/i,
  /<(meter|progress)\b/,
  /role="(meter|progressbar)"/,
  /<input[^>]+type="range"/,
];

describe('1. It informs a conversation; it never decides', () => {
  it('has no score, percentage, rank or average among labels, keys and columns', () => {
    const wrong = productText().filter(({ text }) => JUDGING.test(text));
    expect(wrong).toEqual([]);
  });

  it('recognises a judging word where one stands', () => {
    expect('readiness: number').toMatch(JUDGING);
    expect('<th>Average</th>').toMatch(JUDGING);
  });

  it('draws no meter and no progress element', () => {
    const wrong = productText().filter(({ text }) => /<(meter|progress)\b/.test(text));
    expect(wrong).toEqual([]);
  });

  onEmbedded((database) => {
    it('says and draws none on any page, answer or export', { timeout: 300_000 }, async () => {
      const world = await openWorld(database());
      await fillRecords(database());
      const parts = { framework: 'harbour', level: 'lead', competency: 'incidents' };
      const own = mountedDoors(world.app).filter(({ method }) => method === 'GET');
      const addresses = new Set([
        ...readableAddresses(world.app, parts).filter((address) => !address.includes('x')),
        ...own.flatMap(({ path }) =>
          PLACES.filter((place) => place.path === path).map((place) => place.address),
        ),
        ...own.map(({ path }) => path).filter((path) => !path.includes(':')),
        '/search?q=incidents',
      ]);
      const wrong: string[] = [];
      let read = 0;
      for (const name of NAMES) {
        const visitor = await world.as(name);
        for (const address of addresses) {
          const answer = await visitor.get(address);
          const text = await textIn(answer);
          if (answer.status === 200) read += 1;
          const judged = JUDGED.filter((pattern) => pattern.test(text));
          if (judged.length > 0) wrong.push(`${name} at ${address}: ${judged.join(' ')}`);
        }
      }
      expect(wrong).toEqual([]);
      expect(read).toBeGreaterThan(500);
    });
  });
});

/** What an answer says; of an archive or a workbook, what its files say. */
async function textIn(answer: Response): Promise<string> {
  if (!/zip|spreadsheet/.test(answer.headers.get('content-type') ?? '')) return answer.text();
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  return Object.values(files)
    .map((bytes) => new TextDecoder().decode(bytes))
    .join('\n');
}
