/** The administrator's pages. They show no record of anybody. */
import type { PeopleRoom } from '../people-deps.ts';
import { addAudit } from './audit-routes.tsx';
import { addLine } from './line-routes.tsx';
import { addAdministeredPeople } from './people-routes.tsx';
import { whatWaits } from './queries.ts';
import { addReach } from './reach-routes.tsx';
import { addRoles } from './role-routes.tsx';
import { addSettings } from './settings-routes.tsx';
import { addTeams } from './team-routes.tsx';
import { ADMINISTRATION } from './views/administration-side.tsx';
import { startPage } from './views/start-page.tsx';

export function addAdministration(parts: PeopleRoom): void {
  const { doors } = parts;
  doors.get(ADMINISTRATION, { may: 'administrator', audit: 'settings' }, async ({ db, now }) => ({
    page: startPage(await whatWaits(db, now)),
  }));
  addAdministeredPeople(parts);
  addLine(parts);
  addTeams(parts);
  addRoles(parts);
  addReach(parts);
  addSettings(parts);
  addAudit(parts);
}
