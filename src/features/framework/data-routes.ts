/** What is published, for programs: JSON under the addresses of the pages, the map of the site, the feed of releases.
 * Everybody may read all of it; it holds no drafts, whoever asks. Reading it is not audited. */
import { Hono } from 'hono';
import { renderDocument } from '../../web/layout.tsx';
import { API_REFERENCE, FEED, OPENAPI, SITEMAP } from './data/addresses.ts';
import { DataAnswers, type DataDependencies, type Medium } from './data/answers.ts';
import { feed } from './data/feed.ts';
import { openApiDocument } from './data/openapi.ts';
import { findByDigest, OPERATIONS, type Parameter, type Parameters } from './data/operations.ts';
import type { PersonalApi } from './data/personal.ts';
import { findPart, findReleased } from './data/released.ts';
import { robots, sitemap, sitemapOfPart } from './data/sitemap.ts';
import { drawPicture } from './picture/draw.ts';
import { frameworkInWords, levelInWords } from './picture/words.ts';
import { frameworkAddress } from './views/addresses.ts';
import { apiReferencePage } from './views/api-reference-page.tsx';

/** @param personal what programs of people can do, to be described beside what is published */
export function dataRoutes(deps: DataDependencies, personal?: PersonalApi): Hono {
  const routes = new Hono();
  const data = new DataAnswers(deps);
  for (const { path, forGood = false, answer } of OPERATIONS) {
    const route = routeOf(path);
    routes.get(route, (c) =>
      data.answerJson(c, forGood, (source) => answer(source, parametersIn(path, c.req.param()))),
    );
    routes.options(route, (c) => data.answerPreflight(c));
  }
  const { version, baseUrl } = deps.site;
  const description = () => openApiDocument(version, baseUrl, personal);
  routes.get(OPENAPI, (c) => data.answerJson(c, false, description));
  routes.options(OPENAPI, (c) => data.answerPreflight(c));
  routes.get(API_REFERENCE, (c) =>
    data.answer(c, { type: 'text/html; charset=utf-8', page: true }, ({ signedIn }) =>
      renderDocument(deps.site, apiReferencePage(description()), { signedIn }),
    ),
  );
  routes.get('/releases/:digest', async (c) => {
    const { entry, edition } = findByDigest(await deps.catalogue.current(), c.req.param('digest'));
    return c.redirect(frameworkAddress(entry.id, edition.version), 302);
  });
  mountPictures(routes, data);
  mountForCrawlers(routes, data);
  return routes;
}

/** What stands for a page where its link is shown. */
function mountPictures(routes: Hono, data: DataAnswers): void {
  const png: Medium = { type: 'image/png', compressed: true, shownElsewhere: true };
  routes.get('/frameworks/:picture{[^/]+\\.png}', (c) =>
    data.answer(c, png, ({ catalogue }) => {
      const { edition } = findReleased(catalogue, withoutEnding(c.req.param('picture')));
      return drawPicture(frameworkInWords(edition));
    }),
  );
  routes.get('/frameworks/:framework/levels/:picture{[^/]+\\.png}', (c) =>
    data.answer(c, png, ({ catalogue }) => {
      const { edition } = findReleased(catalogue, c.req.param('framework'));
      const level = findPart(edition.framework.levels, withoutEnding(c.req.param('picture')), 'level');
      return drawPicture(levelInWords(edition, level));
    }),
  );
}

function withoutEnding(name: string): string {
  return name.slice(0, name.lastIndexOf('.'));
}

/** For programs that walk the site, or wait for news of it. */
function mountForCrawlers(routes: Hono, data: DataAnswers): void {
  const xml: Medium = { type: 'application/xml' };
  routes.get(FEED, (c) => data.answer(c, { type: 'application/atom+xml' }, feed));
  routes.get(SITEMAP, (c) => data.answer(c, xml, sitemap));
  routes.get('/:part{sitemap-[1-9][0-9]*\\.xml}', (c) =>
    data.answer(c, xml, (source) => sitemapOfPart(source, Number(/\d+/.exec(c.req.param('part'))?.[0]))),
  );
  routes.get('/robots.txt', (c) =>
    data.answer(c, { type: 'text/plain; charset=utf-8' }, ({ baseUrl }) => robots(baseUrl)),
  );
}

/** A path of OpenAPI as a route: a last parameter takes in the `.json` after it. */
function routeOf(path: string): string {
  return path.replace(LAST_PARAMETER, ':$1{[^/]+\\.json}').replace(/\{(\w+)\}/g, ':$1');
}

const LAST_PARAMETER = /\{(\w+)\}\.json$/;

function parametersIn(path: string, found: Record<string, string>): Parameters {
  const last = LAST_PARAMETER.exec(path)?.[1];
  const entries = Object.entries(found).map(([name, value]) => [
    name,
    name === last ? value.slice(0, -'.json'.length) : value,
  ]);
  return Object.fromEntries(entries) as Record<Parameter, string>;
}
