/** The pages on which the owner of a piece of evidence asks colleagues to confirm it. */
import { isId } from '../../../db/ids.ts';
import type { Schema } from '../../../db/schema.ts';
import { type Doors, nothingHere, type Visit } from '../../../web/doors.ts';
import type { Room } from '../../../web/room.ts';
import { ownEvidence, ownEvidenceToChange } from '../visits.ts';
import { askToConfirm } from './actions/ask.ts';
import { takeBackAsk } from './actions/take-back.ts';
import { asksAddress, COLLEAGUES } from './addresses.ts';
import { type Colleague, findColleague, findColleagues } from './colleagues.ts';
import { asksAbout } from './queries.ts';
import { asksPage } from './views/asks-page.tsx';
import { checkAskPage } from './views/check-ask-page.tsx';
import { choosePage } from './views/choose-page.tsx';

const OWN = { may: 'signed in', audit: 'own' } as const;

export function mountAsking(doors: Doors<Schema>, room: Room<Schema>): void {
  const path = '/evidence/:id/confirmations';
  doors.get(path, OWN, async (visit) => {
    const evidence = await ownEvidence(visit);
    const asks = await asksAbout(visit.db, evidence.id);
    const { token, now } = visit;
    return { page: asksPage({ evidence, asks, token, now, done: visit.c.req.query('done') }) };
  });
  doors.get(`${path}/new`, { may: 'signed in', audit: 'directory' }, async (visit) => {
    const evidence = await ownEvidence(visit);
    const { q = '', colleague: id } = visit.c.req.query();
    if (id === undefined) {
      const found = await findColleagues(visit.db, q.slice(0, 100), visit.viewer.person);
      return { page: choosePage({ evidence: evidence.id, typed: q, found }) };
    }
    const colleague = await colleagueNamed(visit, id);
    return { page: checkAskPage({ evidence, colleague, token: visit.token }) };
  });
  doors.post(path, OWN, async (sent) => {
    const { db, viewer, now, form } = sent;
    const evidence = await ownEvidenceToChange(sent);
    const colleague = await colleagueNamed(sent, form.text('colleague'));
    const { baseUrl } = room.site;
    const asked = await askToConfirm(db, { owner: viewer, evidence, colleague, baseUrl, now });
    return { redirect: `${asksAddress(evidence.id)}?done=${asked ? 'asked' : 'again'}` };
  });
  doors.post(`${path}/:ask/withdrawal`, OWN, async (sent) => {
    const { c, db, viewer, now } = sent;
    const evidence = await ownEvidence(sent);
    const ask = c.req.param('ask') ?? '';
    const request = { owner: viewer.person, evidence: evidence.id, ask, now };
    if (!isId(ask) || !(await takeBackAsk(db, request))) throw nothingHere();
    return { redirect: `${asksAddress(evidence.id)}?done=taken-back` };
  });
  doors.get(COLLEAGUES, { may: 'signed in', audit: 'directory' }, async ({ c, db, viewer }) => {
    const found = await findColleagues(db, (c.req.query('q') ?? '').slice(0, 100), viewer.person);
    return { data: found.map(({ id, name, team, site }) => ({ id, name, team, site })) };
  });
}

/** Somebody else who is still here. */
async function colleagueNamed({ db, viewer }: Visit<Schema>, id: string): Promise<Colleague> {
  const colleague = isId(id) && id !== viewer.person ? await findColleague(db, id) : undefined;
  if (colleague === undefined) throw nothingHere();
  return colleague;
}
