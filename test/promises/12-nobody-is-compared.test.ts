/** Nothing scores, ranks or compares people: no address answers with what was said about two of them. */
import { describe, expect, it } from 'vitest';
import {
  agree,
  begin,
  LEAD,
  openTalkWorld,
  reveal,
  writeRow,
} from '../../src/features/conversation/tests/talk-world.ts';
import { onEmbedded } from '../database.ts';
import { idOf } from '../world.ts';
import { readableAddresses } from './every-route.ts';

const [INCIDENTS] = LEAD;

describe('12. Nobody is compared', () => {
  // What an address may show is tested on both engines, table by table; here it is what one page puts together.
  onEmbedded((database) => {
    it('no address returns stances about two people, whoever asks', { timeout: 300_000 }, async () => {
      const { world, rosa, daniel } = await openTalkWorld(database());
      const amir = await world.as('colleague');
      const talks: string[] = [];
      for (const [person, name] of [
        [rosa, 'Rosa'],
        [amir, 'Amir'],
      ] as const) {
        const talk = await begin(person, 'lineManager');
        const view = { [INCIDENTS]: { stance: 'sometimes', note: `What ${name} does is a note` } };
        await reveal({ rosa: person, daniel }, talk, { person: view, manager: view });
        await writeRow(person, talk, INCIDENTS, {
          outcome: 'sometimes',
          sentence: `What ${name} does is agreed`,
        });
        await agree({ rosa: person, daniel }, talk);
        talks.push(talk);
      }
      const about = (text: string) =>
        ['Rosa', 'Amir'].filter((name) => text.includes(`What ${name} does is`));
      const compared: string[] = [];
      let met = 0;
      const rest = { framework: 'harbour', level: 'lead', competency: 'incidents', place: '1' };
      const addresses = new Set(
        talks.flatMap((id) =>
          (['engineer', 'colleague'] as const).flatMap((person) =>
            readableAddresses(world.app, { ...rest, id, person: idOf(person) }),
          ),
        ),
      );
      for (const name of [
        'lineManager',
        'engineer',
        'colleague',
        'deputy',
        'head',
        'administrator',
      ] as const) {
        const visitor = await world.as(name);
        for (const address of addresses) {
          const found = about(await (await visitor.get(address)).text());
          met += found.length;
          if (found.length > 1) compared.push(`${name} at ${address}`);
        }
      }
      expect(compared).toEqual([]);
      // The search for them is no empty one.
      expect(met).toBeGreaterThan(10);
    });
  });
});
