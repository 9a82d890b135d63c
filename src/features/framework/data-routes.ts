/** What is published, for programs: JSON under the addresses of the pages, the map of the site, the feed of releases.
 * Everybody may read all of it; it holds no drafts, whoever asks. Reading it is not audited. */
import { Hono } from 'hono';
import { OPENAPI } from './data/addresses.ts';
import { DataAnswers, type DataDependencies } from './data/answers.ts';
import { openApiDocument } from './data/openapi.ts';
import { OPERATIONS, type Parameter, type Parameters } from './data/operations.ts';

export function dataRoutes(deps: DataDependencies): Hono {
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
  routes.get(OPENAPI, (c) => data.answerJson(c, false, () => openApiDocument(version, baseUrl)));
  routes.options(OPENAPI, (c) => data.answerPreflight(c));
  return routes;
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
