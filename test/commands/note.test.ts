import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { asViewer } from '../../src/db/viewer.ts';
import { createPersonalToken } from '../../src/features/accounts/personal-tokens.ts';
import { onEmbedded } from '../database.ts';
import { idOf, openWorld } from '../world.ts';
import { cairn, temporaryFolder } from './cairn.ts';

const NOWHERE = 'http://127.0.0.1:9';

onEmbedded((database) => {
  let url: string;
  let token: string;
  beforeEach(async () => {
    const { app } = await openWorld(database());
    const server = createServer(getRequestListener(app.fetch)).listen(0, '127.0.0.1');
    onTestFinished(() => void server.close());
    await new Promise((done) => server.once('listening', done));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const made = await asViewer(database().db, idOf('engineer'), (db) =>
      createPersonalToken(db, { person: idOf('engineer'), name: 'laptop', now: new Date() }),
    );
    token = made.secret;
  });
  const note = (args: string[], env: NodeJS.ProcessEnv = {}, typed?: string) =>
    cairn(['note', ...args], { CAIRN_URL: url, CAIRN_TOKEN: token, ...env }, undefined, undefined, typed);
  const noted = () =>
    database().owner.selectFrom('evidence').select(['text', 'happened_on', 'kind', 'came_by']).execute();

  describe('bin/cairn note', () => {
    test('notes what happened, when, what kind and what it speaks to', async () => {
      const { code, stdout } = await note([
        'Closed the crane outage',
        '--on',
        '2026-03-12',
        '--kind',
        'incident led',
        '--speaks-to',
        'incidents-lead/p3',
        '--speaks-to',
        'incidents-watch',
      ]);
      expect([code, stdout]).toEqual([
        0,
        expect.stringMatching(/^Noted\. http:\/\/cairn\.test\/evidence\/[0-9a-f-]{36}\n$/),
      ]);
      expect(await noted()).toEqual([
        {
          text: 'Closed the crane outage',
          happened_on: '2026-03-12',
          kind: 'incident led',
          came_by: 'command',
        },
      ]);
      const ties = await database()
        .owner.selectFrom('evidence_tie')
        .select(['expectation_id', 'point_id'])
        .execute();
      expect(ties).toHaveLength(2);
    });

    test('reads standard input, and a token from its file', async () => {
      const folder = temporaryFolder();
      mkdirSync(join(folder, 'cairn'));
      writeFileSync(join(folder, 'cairn/token'), `${token}\n`, { mode: 0o600 });
      const env = { CAIRN_TOKEN: '', XDG_CONFIG_HOME: folder };
      expect((await note(['-'], env, 'From a pipe\nof two lines')).code).toBe(0);
      expect(await noted()).toMatchObject([{ text: 'From a pipe\nof two lines' }]);
      chmodSync(join(folder, 'cairn/token'), 0o644);
      const open = await note(['Once more'], env);
      expect([open.code, open.stderr]).toEqual([2, expect.stringContaining('Others can read your token')]);
    });

    test.each([
      [
        'without a connection',
        {},
        { CAIRN_URL: NOWHERE },
        2,
        'There is no connection to http://127.0.0.1:9.',
      ],
      ['with a token that has ended', {}, { CAIRN_TOKEN: 'cairn_old' }, 1, 'does not know your token'],
      ['without a token', {}, { CAIRN_TOKEN: '', XDG_CONFIG_HOME: '/nowhere' }, 2, 'There is no token'],
      ['to an address that is none', {}, { CAIRN_URL: 'cairn' }, 2, 'which is not a web address'],
      ['of a day to come', { args: ['--on', '2999-01-01'] }, {}, 1, 'not in the future'],
      [
        'about an expectation that is not there',
        { args: ['--speaks-to', 'none'] },
        {},
        1,
        'has no expectation "none"',
      ],
    ])(
      'gives the text back where it cannot be saved: %s',
      async (_, { args = [] }: { args?: string[] }, env, code, words) => {
        const ended = await note(['Long and good', ...args], env as NodeJS.ProcessEnv);
        expect([ended.code, ended.stdout, ended.stderr]).toEqual([
          code,
          'Long and good\n',
          expect.stringContaining(words),
        ]);
        expect(await noted()).toEqual([]);
      },
    );

    test('knows only the kinds of the list', async () => {
      const { code, stderr } = await note(['x', '--kind', 'heroics']);
      expect([code === 0, stderr]).toEqual([false, expect.stringContaining('incident led')]);
    });
  });
});
