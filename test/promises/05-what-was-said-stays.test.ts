/** What was said stays what was said: views, records and the evidence in them keep their release and its wording. */
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { asViewer } from '../../src/db/viewer.ts';
import { releaseDocument } from '../../src/domain/release.ts';
import {
  agree,
  begin,
  LEAD,
  noteEvidence,
  openTalkWorld,
  reveal,
  textOf,
  writeRow,
} from '../../src/features/conversation/tests/talk-world.ts';
import { releaseFramework } from '../../src/features/framework/index.ts';
import { importAt, LATER, LEGACY_PAGES, NOW } from '../../src/features/framework/tests/documents.ts';
import { digest } from '../../src/formats/index.ts';
import { onEachEngine } from '../database.ts';
import { HARBOUR } from '../sample-framework.ts';
import { idOf, type Name, openAppOver } from '../world.ts';
import { forgeriesOf, inOddWords } from './forged-records.ts';

const [INCIDENTS, RECORDS] = LEAD;
const NEW_WORDS = 'Leads whatever comes, and is back by supper.';

describe('5. What was said stays what was said', () => {
  onEachEngine((database) => {
    it('never changes a release, not even by SQL of its owner', async () => {
      const { db } = database();
      await importAt(db, LEGACY_PAGES);
      const request = { framework: 'port-services-legacy', by: 'steward', allowedWords: new Set<string>() };
      await releaseFramework(db, { ...request, status: 'beta', now: NOW });
      await expect(sql`update release set document = '{}'`.execute(db)).rejects.toThrow();
      await expect(sql`delete from release`.execute(db)).rejects.toThrow();
      await expect(sql`update release_status set status = 'legacy'`.execute(db)).rejects.toThrow();
      await releaseFramework(db, { ...request, status: 'published', now: LATER });
      const { rows } = await sql<{ document: string }>`select document from release`.execute(db);
      expect(rows).toHaveLength(1);
      expect(rows[0]?.document).toContain('Scrapes a hull');
    });
  });
});

describe('5. What was said stays what was said, in a conversation', () => {
  onEachEngine((database) => {
    async function agreed() {
      const people = await openTalkWorld(database());
      await noteEvidence(database(), {
        text: 'Closed the crane outage',
        expectation: INCIDENTS,
        shared: true,
      });
      const talk = await begin(people.rosa, 'lineManager');
      await reveal(people, talk, { person: { [INCIDENTS]: { stance: 'sometimes', note: 'As I said it' } } });
      await writeRow(people.rosa, talk, INCIDENTS, { outcome: 'sometimes', sentence: 'As we agreed it.' });
      const differently = {
        outcome: 'we see this differently',
        person: 'It is kept',
        manager: 'It has holes',
      };
      await writeRow(people.daniel, talk, RECORDS, differently);
      await agree(people, talk);
      return { ...people, talk };
    }

    it('a new release changes neither a record nor a conversation under way', async () => {
      const { rosa, talk } = await agreed();
      const open = await begin(rosa, 'lineManager');
      const before = await rosa.html(`/conversations/${talk}/record`);
      const { owner } = database();
      const reworded = HARBOUR.expectations.map((cell) =>
        cell.id === INCIDENTS ? { ...cell, statement: NEW_WORDS } : cell,
      );
      const document = releaseDocument({ ...HARBOUR, expectations: reworded });
      const release = { framework_id: HARBOUR.id, version: '2.0.0' };
      const now = new Date();
      await owner
        .insertInto('release')
        .values({ ...release, document, digest: digest(document), released_at: now })
        .execute();
      await owner
        .insertInto('release_status')
        .values({ ...release, status: 'published', since: now, by: 'steward' })
        .execute();
      const world = await openAppOver(database());
      const later = await world.as('engineer');
      expect(textOf(await later.html(`/conversations/${talk}/record`))).toBe(textOf(before));
      expect(await later.html(`/conversations/${open}/prepare`)).not.toContain(NEW_WORDS);
      // What begins now is about the new words.
      await later.post(`/conversations/${open}/ends`);
      const next = await begin(later, 'lineManager');
      expect(await later.html(`/conversations/${next}/prepare`)).toContain(NEW_WORDS);
    });

    it('nobody rewrites a record by SQL, not even its owner, nor a view once it is revealed', async () => {
      const { talk } = await agreed();
      const { owner, db } = database();
      await expect(sql`update agreed_record set document = '{}'`.execute(owner)).rejects.toThrow(
        'an agreed record stays as it was signed',
      );
      for (const name of ['engineer', 'lineManager'] as const) {
        const attempts = [
          sql`update agreed_record set document = '{}'`,
          sql`delete from agreed_record`,
          sql`delete from signature`,
          sql`delete from reveal`,
          sql`update view_answer set note = 'Not as I said it'`,
          sql`delete from view_answer`,
          sql`update agreed_row set sentence = 'Not as we agreed it'`,
          sql`delete from conversation_evidence`,
          sql`
            insert into agreed_row (
              conversation_id, edition, expectation_id, person_id, version, changed_by, changed_at
            ) values (${talk}, 1, 'records-lead', ${idOf('engineer')}, 1, ${idOf(name)}, now())
          `,
        ];
        for (const attempt of attempts) {
          // Refused, or about no row at all.
          const changed = await asViewer(db, idOf(name), async (transaction) => {
            const { numAffectedRows = 0n } = await attempt.execute(transaction);
            return Number(numAffectedRows);
          }).catch(() => 0);
          expect(changed).toBe(0);
        }
      }
      const kept = await owner.selectFrom('agreed_record').select('document').execute();
      expect(kept[0]?.document).toContain('As we agreed it.');
      expect(await owner.selectFrom('view_answer').select('note').execute()).toEqual([
        { note: 'As I said it' },
      ]);
      expect(await owner.selectFrom('conversation_evidence').select('text').execute()).toHaveLength(1);
    });

    it('keeps as a record nothing but what both signed, not by SQL of either side', async () => {
      const { talk } = await agreed();
      const { owner, db } = database();
      const kept = await owner.selectFrom('agreed_record').selectAll().executeTakeFirstOrThrow();
      await owner.deleteFrom('agreed_record').execute();
      const add = (name: Name, row: Partial<typeof kept>) =>
        asViewer(db, idOf(name), async (transaction) => {
          await transaction
            .insertInto('agreed_record')
            .values({ ...kept, ...row })
            .execute();
        });
      for (const [forged, row] of forgeriesOf(kept.document)) {
        for (const name of ['engineer', 'lineManager'] as const) {
          await expect(add(name, row), forged).rejects.toThrow('this is not what was signed');
        }
      }
      await expect(add('stranger', {})).rejects.toThrow('You may not change this.');
      await add('engineer', inOddWords(kept.document));
      expect(await owner.selectFrom('agreed_record').select('conversation_id').execute()).toEqual([
        { conversation_id: talk },
      ]);
    });
  });
});
