/** All conversations of a person as a path through time, and two of its records beside each other. */
import { recordEvent } from '../../../db/events.ts';
import { isId } from '../../../db/ids.ts';
import type { Schema } from '../../../db/schema.ts';
import { phaseOf } from '../../../domain/conversation.ts';
import { type Doors, nothingHere } from '../../../web/doors.ts';
import type { Room } from '../../../web/room.ts';
import { CONVERSATIONS } from '../addresses.ts';
import { findPersonOfPath } from '../queries/find-person-of-path.ts';
import { findRecordsOf } from '../queries/find-records.ts';
import { findTalksOf } from '../queries/find-talk.ts';
import { wholeRecord } from '../record/whole-record.ts';
import type { Talk } from '../talk.ts';
import { LOGGED, type TalkVisit, there } from '../visits.ts';
import { comparePage } from './compare-page.tsx';
import { pathPage } from './path-page.tsx';
import { recordedCompetencies, wordsOn } from './recorded.ts';

export function mountHistory(doors: Doors<Schema>, room: Room<Schema>): void {
  doors.get(`${CONVERSATIONS}/of/:person`, LOGGED, async (visit) => {
    const { person, talks } = await pathOf(visit);
    const records = await findRecordsOf(visit.db, person.id);
    return {
      page: pathPage({
        person,
        own: person.id === visit.viewer.person,
        talks,
        competencies: recordedCompetencies(records.map(({ record }) => record)),
        hidden: talks.some(isPreparedByViewer),
        published: await room.published(),
      }),
    };
  });
  doors.get(`${CONVERSATIONS}/of/:person/competencies/:framework/:competency`, LOGGED, async (visit) => {
    const { person, talks } = await pathOf(visit);
    const { framework = '', competency = '' } = visit.c.req.param();
    const words = wordsOn(await findRecordsOf(visit.db, person.id), framework, competency);
    const asked = [visit.c.req.query('one'), visit.c.req.query('two')];
    const [newest, before] = words;
    const one = words.find(({ kept }) => kept.record.conversation === asked[0]) ?? before ?? newest;
    const two = words.find(({ kept }) => kept.record.conversation === asked[1]) ?? newest;
    const [first, second] = [there(one), there(two)];
    return {
      page: comparePage({
        person,
        timeZone: talks[0]?.timeZone ?? 'UTC',
        words,
        one: { ...first, whole: await wholeRecord(visit.db, first.kept) },
        two: { ...second, whole: await wholeRecord(visit.db, second.kept) },
        address: new URL(visit.c.req.url).pathname,
      }),
    };
  });
}

/** The person whom the address names, with their conversations. @throws CairnError `not found` */
async function pathOf(visit: TalkVisit): Promise<{ person: { id: string; name: string }; talks: Talk[] }> {
  const { db, viewer, now, c } = visit;
  const id = c.req.param('person') ?? '';
  if (!isId(id)) throw nothingHere();
  const talks = await findTalksOf(db, id);
  const name = talks[0]?.person.name ?? (await findPersonOfPath(db, id));
  const person = { id, name: there(name) };
  if (id !== viewer.person) {
    const what = { verb: 'conversation.opened', subject: `person:${id}`, kind: 'record', about: id } as const;
    await recordEvent(db, { at: now, actor: viewer.person, ...what });
  }
  return { person, talks };
}

/** Whether the viewer prepares to see the person anew, so that earlier records are not there for them. */
function isPreparedByViewer({ state, mySide }: Talk): boolean {
  return mySide === 'manager' && phaseOf(state) === 'preparing' && state.submitted.manager === undefined;
}
