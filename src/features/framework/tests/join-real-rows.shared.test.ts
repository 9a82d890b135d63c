import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { onEmbedded } from '../../../../test/database.ts';
import type { Executor } from '../../../db/schema.ts';
import { withConfirmations } from '../../../domain/rows.ts';
import { findFramework } from '../queries.ts';
import { pairsProposed } from '../steward/pairs.ts';
import { importAt } from './documents.ts';
import { openApp, openedBySteward } from './steward-desk.ts';

const SEEDS = new URL('../../../../../shared/seeds/', import.meta.url);
const sharedExists = existsSync(SEEDS);
if (!sharedExists) console.warn('SKIPPED joining the rows of real pages: ../shared is missing');

function legacyPages() {
  const names = readdirSync(SEEDS).filter((name) => /^00[12]/.test(name));
  return names.map((name) => ({ name, bytes: readFileSync(new URL(name, SEEDS)) }));
}

async function rowsIn(db: Executor, id: string) {
  const stored = await findFramework(db, id);
  if (stored === undefined) throw new Error('the framework is not there');
  return withConfirmations(stored.draft);
}

describe.skipIf(!sharedExists)('the two legacy pages', () => {
  onEmbedded((database) => {
    it('become 17 rows of 36 when every proposal is confirmed, one by one', async () => {
      const { db } = database();
      const id = (await importAt(db, legacyPages())).frameworks[0]?.id ?? '';
      const { steward } = await openedBySteward(db, openApp(db), id);
      expect((await rowsIn(db, id)).competencies).toHaveLength(36);
      let decisions = 0;
      for (;;) {
        const [pair] = pairsProposed(await rowsIn(db, id));
        if (pair === undefined) break;
        const { competency, other } = pair;
        const answer = await steward.decide('/rows', 'confirmations', { competency, other });
        expect(answer.status).toBe(303);
        decisions += 1;
      }
      expect(decisions).toBe(19);
      expect((await rowsIn(db, id)).competencies).toHaveLength(17);
    });
  });
});
