/** What people of the demo world offer to each other, and what they ask the stewards. */

import type { Executor } from '../src/db/schema.ts';
import type { Kind } from '../src/domain/evidence.ts';
import {
  acceptOffer,
  addLink,
  declineOffer,
  findColleague,
  findEvidence,
  findOffer,
  offerNote,
  tieEvidence,
} from '../src/features/evidence/index.ts';
import { findWording } from '../src/features/framework/index.ts';
import { answerQuestion, askAboutWording, findQuestion } from '../src/features/questions/index.ts';
import { minuteFor } from './calendar.ts';
import type { Offer, Question } from './schema.ts';
import { BASE_URL, type Happening, known, type World } from './world.ts';

export function happeningsOfOffers(world: World): Happening[] {
  return world.demo.offers.flatMap((offer) => {
    const { from, to, offered, accepted, declined } = offer;
    let id = '';
    const made = world.at(from, offered, minuteFor(offer.text));
    const happenings: Happening[] = [
      {
        at: made,
        by: from,
        does: async (db, now) => {
          id = await make(world, offer, db, now);
        },
      },
    ];
    const answered = accepted ?? declined;
    if (answered === undefined) return happenings;
    const at = world.at(to, answered.on, minuteFor(`${to} ${offer.text}`));
    const answer: Happening = {
      at: new Date(Math.max(at.getTime(), made.getTime() + 30 * 60_000)),
      by: to,
      does: async (db, now) => {
        const found = known(await findOffer(db, id), offer.text);
        if (accepted === undefined) return declineOffer(db, { person: world.id(to), now }, found);
        return accept(world, offer, found, db, now);
      },
    };
    return [...happenings, answer];
  });
}

export function happeningsOfQuestions(world: World): Happening[] {
  return world.demo.questions.flatMap((question) => {
    const { asker, on, answers = [] } = question;
    let id = '';
    const asked = world.at(asker, on, minuteFor(question.text));
    return [
      {
        at: asked,
        by: asker,
        does: async (db, now) => {
          id = await askOne(world, question, db, now);
        },
      },
      ...answers.map(({ by, on, text }, index): Happening => {
        const at = world.at(by, on, minuteFor(question.text)).getTime();
        return {
          at: new Date(Math.max(at, asked.getTime()) + (index + 1) * 25 * 60_000),
          by,
          does: async (db, now) => {
            const steward = { person: world.id(by), name: world.person(by).name };
            const found = known(await findQuestion(db, id), question.text);
            const said = world.calendar.words(text);
            await answerQuestion(db, { question: found, steward, text: said, baseUrl: BASE_URL, now });
          },
        };
      }),
    ] satisfies Happening[];
  });
}

async function make(world: World, offer: Offer, db: Executor, now: Date): Promise<string> {
  const { from, to, on, text } = offer;
  return offerNote(db, {
    from: { person: world.id(from), name: world.person(from).name },
    to: known(await findColleague(db, world.id(to)), to),
    text: world.calendar.words(text),
    happenedOn: world.calendar.day(on),
    baseUrl: BASE_URL,
    now,
  });
}

/** Makes a note of it, and ties and links it as its new owner would. */
async function accept(
  world: World,
  { to, text, accepted, kind, speaksTo = [], links = [] }: Offer,
  offer: Parameters<typeof declineOffer>[2],
  db: Executor,
  now: Date,
): Promise<void> {
  const by = { person: world.id(to), now };
  const words = world.calendar.words(accepted?.text ?? text);
  const note = { text: words, happenedOn: offer.happenedOn, kind: kind as Kind | undefined };
  const id = await acceptOffer(db, by, { offer, note, release: world.release });
  const piece = async () => known(await findEvidence(db, id), text);
  await tieEvidence(db, by, await piece(), { add: speaksTo.map((target) => world.tie(target)), remove: [] });
  for (const url of links) await addLink(db, by, await piece(), { url: world.calendar.words(url) });
}

async function askOne(world: World, question: Question, db: Executor, now: Date): Promise<string> {
  const { asker, expectation, text, visibleTo } = question;
  const framework = world.release.framework;
  return askAboutWording(db, {
    asker: { person: world.id(asker), name: world.person(asker).name },
    wording: known(findWording(world.published, { framework, expectation }), expectation),
    text: world.calendar.words(text),
    visibleTo,
    baseUrl: BASE_URL,
    now,
  });
}
