/** No score, percentage, rank, average or bar: in no source of ours, mails included, and on no page, answer or export. */
import { unzipSync } from 'fflate';
import type { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { mountedDoors } from '../../src/app.ts';
import {
  agree,
  begin,
  mailsIn,
  openTalkWorld,
  reveal,
} from '../../src/features/conversation/tests/talk-world.ts';
import { addressesOf, doorsOfPeople, type Leading } from '../access/doors.ts';
import type { Looker } from '../access/kept.ts';
import { fillRecords } from '../access/records.ts';
import { onEmbedded } from '../database.ts';
import { day, NAMES, NEWEST, openWorld, type Visitor } from '../world.ts';
import { readableAddresses } from './every-route.ts';
import { judgingMails } from './judging-mails.ts';
import { inWords, JUDGED, JUDGING, productText } from './product-text.ts';

describe('1. It informs a conversation; it never decides', () => {
  it('has no score, percentage, rank or average among labels, keys and columns', () => {
    const wrong = productText().filter(({ text }) => JUDGING.test(inWords(text)));
    expect(wrong).toEqual([]);
  });

  it('recognises a judging word where one stands', () => {
    expect('readiness: number').toMatch(JUDGING);
    expect('<th>Average</th>').toMatch(JUDGING);
    expect(inWords('  readiness_score integer,')).toMatch(JUDGING);
    expect(inWords('evidenceScore: 3')).toMatch(JUDGING);
    expect('Rating').toMatch(JUDGING);
  });

  it('draws no meter and no progress element', () => {
    const wrong = productText().filter(({ text }) => /<(meter|progress)\b/.test(text));
    expect(wrong).toEqual([]);
  });

  onEmbedded((database) => {
    it('says and draws none on any page, answer or export', { timeout: 300_000 }, async () => {
      const world = await openWorld(database());
      await fillRecords(database());
      const wrong: string[] = [];
      let read = 0;
      const people = new Map<Looker, Visitor>([['visitor', world.visitor]]);
      for (const name of NAMES) people.set(name, await world.as(name));
      for (const { address, finders } of everywhere(world.app)) {
        for (const name of finders) {
          const answer = await people.get(name)?.get(address);
          if (answer === undefined) throw new Error(`${name} is not there`);
          const text = await textIn(answer);
          if (answer.status === 200) read += 1;
          const judged = JUDGED.filter((pattern) => pattern.test(text));
          if (judged.length > 0) wrong.push(`${name} at ${address}: ${judged.join(' ')}`);
        }
      }
      expect(wrong).toEqual([]);
      expect(read).toBeGreaterThan(500);
    });

    it('says none in the mails of a conversation, nor in what goes into a calendar', async () => {
      const people = await openTalkWorld(database());
      const when = { day: day(7), time: '10:00', minutes: '45', place: 'Pilot house' };
      const talk = await begin(people.rosa, 'lineManager', 'harbour/lead', when);
      await reveal(people, talk);
      await agree(people, talk);
      const mails = await mailsIn(database());
      const kinds = ['submitted', 'revealed', 'signed', 'agreed'].map((what) => `conversation ${what}`);
      expect(mails.map(({ kind }) => kind)).toEqual(expect.arrayContaining(kinds));
      expect(judgingMails(mails)).toEqual([]);
    });
  });
});

/** Every address that can be read, and who is to read it: to everybody else it leads nowhere, which is one page. */
function everywhere(app: Hono): Leading[] {
  const own = doorsOfPeople(app).filter(({ method }) => method === 'GET');
  const parts = { framework: 'harbour', level: 'lead', competency: 'incidents', version: NEWEST };
  const known = new Set(mountedDoors(app).map(({ path }) => path));
  const published = readableAddresses(app, parts, known).concat('/search?q=incidents', '/nowhere');
  return [
    ...own.flatMap(addressesOf),
    ...published.map((address) => ({ address, finders: ['visitor', 'engineer', 'steward'] as const })),
  ];
}

/** What an answer says; of an archive or a workbook, what its files say. */
async function textIn(answer: Response): Promise<string> {
  if (!/zip|spreadsheet/.test(answer.headers.get('content-type') ?? '')) return answer.text();
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  return Object.values(files)
    .map((bytes) => new TextDecoder().decode(bytes))
    .join('\n');
}
