/** The addresses of frameworks and what belongs to them. Everybody may read what is released; drafts ask for a preview
 * link. Reading what is published is not audited. */
import { Hono } from 'hono';
import { setCookie } from 'hono/cookie';
import type { Guide, RoleProfile } from '../../domain/framework.ts';
import { findLevel } from '../../domain/ladder.ts';
import { answerUncached } from '../../web/errors.tsx';
import { readerOf } from '../../web/reader.ts';
import { atFramework, noSuchPart } from './find.ts';
import { readingRoutes } from './reading-routes.tsx';
import { type Outcome, type PageDependencies, PageRenderer, PREVIEW_COOKIE } from './render.ts';
import { stewardRoutes } from './steward-routes.tsx';
import { guideAddress, levelAddress, roleAddress } from './views/addresses.ts';
import { frameworkListPage } from './views/framework-list-page.tsx';
import { frameworkPage } from './views/framework-page.tsx';
import { guidePage, looseGuidePage } from './views/guide-page.tsx';
import { levelPage } from './views/level-page.tsx';
import { draftsNeedPreviewPage, invalidPreviewPage } from './views/not-found-page.tsx';
import type { Place } from './views/place.ts';
import { looseRoleProfilePage, roleProfilePage } from './views/role-profile-page.tsx';
import { visibleRoleProfiles } from './views/role-profiles.ts';

export function frameworkRoutes(deps: PageDependencies): Hono {
  const routes = new Hono();
  const pages = new PageRenderer(deps);

  routes.get('/', (c) => {
    c.header('cache-control', 'private, no-store');
    const first = deps.site.notice?.link.address ?? '/frameworks';
    return c.redirect(readerOf(c, deps.site).signedIn ? '/my-path' : first, 302);
  });
  routes.get('/frameworks', (c) => pages.answer(c, (viewing) => ({ page: frameworkListPage(viewing) })));
  routes.get('/frameworks/:framework', (c) =>
    pages.answer(c, (viewing) =>
      atFramework(viewing, c.req.param('framework'), (place) => ({ page: frameworkPage(place) })),
    ),
  );
  routes.get('/frameworks/:framework/levels/:level', (c) =>
    pages.answer(c, (viewing) =>
      atFramework(viewing, c.req.param('framework'), (place) => atLevel(place, c.req.param('level'))),
    ),
  );
  routes.get('/frameworks/:framework/roles/:role', (c) =>
    pages.answer(c, (viewing) =>
      atFramework(viewing, c.req.param('framework'), (place) => atRole(place, c.req.param('role'))),
    ),
  );
  routes.get('/frameworks/:framework/guides/:guide', (c) =>
    pages.answer(c, (viewing) =>
      atFramework(viewing, c.req.param('framework'), (place) => atGuide(place, c.req.param('guide'))),
    ),
  );
  routes.route('/', readingRoutes(pages, deps));
  if (deps.steward !== undefined) routes.route('/', stewardRoutes({ ...deps, ...deps.steward }));
  routes.get('/guides/:guide', (c) =>
    pages.answer(c, ({ catalogue, preview }) =>
      atLoose(preview ? catalogue.guides : [], c.req.param('guide'), looseGuidePage),
    ),
  );
  routes.get('/roles/:role', (c) =>
    pages.answer(c, ({ catalogue, preview }) =>
      atLoose(preview ? catalogue.roleProfiles : [], c.req.param('role'), looseRoleProfilePage),
    ),
  );
  routes.get('/preview/:token', async (c) => {
    const token = c.req.param('token');
    if (!(await deps.preview.isValid(token))) return answerUncached(c, deps.site, invalidPreviewPage(), 404);
    const secure = deps.site.baseUrl.startsWith('https:');
    setCookie(c, PREVIEW_COOKIE, token, { path: '/', httpOnly: true, sameSite: 'Lax', secure });
    c.header('cache-control', 'private, no-store');
    return c.redirect('/frameworks', 302);
  });
  return routes;
}

function atLevel(place: Place, id: string): Outcome {
  const { framework } = place.edition;
  const level = findLevel(framework, id);
  if (level !== undefined) return { page: levelPage(place, level) };
  const levels = framework.levels.map(({ id, name, aliases }) => ({
    name,
    address: levelAddress(framework.id, place.version, id),
    words: [id, name, ...aliases],
  }));
  return noSuchPart('This framework has no such level.', id, levels);
}

function atRole(place: Place, id: string): Outcome {
  const { framework } = place.edition;
  const visible = visibleRoleProfiles(framework.roleProfiles, place.viewing);
  const profile = visible.find((candidate) => candidate.id === id);
  if (profile !== undefined) return { page: roleProfilePage(place, profile) };
  const profiles = visible.map(({ id, title, aliases }) => ({
    name: title,
    address: roleAddress(framework.id, place.version, id),
    words: [id, title, ...aliases],
  }));
  return noSuchPart('This framework has no such role profile.', id, profiles);
}

function atGuide(place: Place, id: string): Outcome {
  const { framework } = place.edition;
  const guide = framework.guides.find((candidate) => candidate.id === id);
  if (guide !== undefined) return { page: guidePage(place, guide) };
  const guides = framework.guides.map(({ id, title }) => ({
    name: title,
    address: guideAddress(framework.id, place.version, id),
    words: [id, title],
  }));
  return noSuchPart('This framework has no such guide.', id, guides);
}

function atLoose<D extends Guide | RoleProfile>(
  documents: readonly D[],
  id: string,
  page: (document: D) => ReturnType<typeof looseGuidePage>,
): Outcome {
  const found = documents.find((candidate) => candidate.id === id);
  return found === undefined ? { page: draftsNeedPreviewPage(), status: 404 } : { page: page(found) };
}
