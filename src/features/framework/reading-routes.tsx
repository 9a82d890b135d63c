/** Ways of reading what is published besides page by page: through the levels, compared, searched, printed. Everybody
 * may read what is released; drafts ask for a preview link. Reading what is published is not audited. */
import { Hono } from 'hono';
import { findLevel } from '../../domain/ladder.ts';
import { answerEncoded } from '../../web/answer.ts';
import { SEARCH_INDEX_ADDRESS } from '../../web/search-box.tsx';
import { securityHeaders } from '../../web/security-headers.ts';
import { SHORTCUTS_ADDRESS, shortcutsPage } from '../../web/shortcuts.tsx';
import { atFramework, noSuchPart } from './find.ts';
import { GLOSSARY_ADDRESS } from './glossary.ts';
import type { Outcome, PageDependencies, PageRenderer } from './render.ts';
import { find, LONGEST_QUERY } from './search/engine.ts';
import { IndexKeeper } from './search/keep-index.ts';
import { comparisonAddress, competencyAddress, levelAddress } from './views/addresses.ts';
import { bookletPage } from './views/booklet-page.tsx';
import { compareFormPage } from './views/compare-form-page.tsx';
import type { ComparedSide } from './views/compared-side.ts';
import { comparisonPage } from './views/comparison-page.tsx';
import { competencyPage } from './views/competency-page.tsx';
import { glossaryPage } from './views/glossary-page.tsx';
import { editionInWords, type Place, type Viewing } from './views/place.ts';
import { searchPage } from './views/search-page.tsx';

/** How many finds of each kind the search page shows at first, and of one kind that was chosen. */
const FINDS_OF_EACH = 8;
const FINDS_OF_ONE = 200;

export function readingRoutes(pages: PageRenderer, deps: PageDependencies): Hono {
  const routes = new Hono();
  routes.get('/frameworks/:framework/competencies/:competency', (c) =>
    pages.answer(c, (viewing) =>
      atFramework(viewing, c.req.param('framework'), (place) =>
        atCompetency(place, c.req.param('competency')),
      ),
    ),
  );
  routes.get('/frameworks/:framework/booklet', (c) =>
    pages.answer(c, (viewing) =>
      atFramework(viewing, c.req.param('framework'), (place) => ({ page: bookletPage(place) })),
    ),
  );
  routes.get('/frameworks/:framework/compare/:before/:after', (c) => {
    const { framework, before, after } = c.req.param();
    return pages.answer(c, (viewing) => atComparison(viewing, [framework, before], [framework, after]));
  });
  routes.get('/compare/:framework/:before/:other/:after', (c) => {
    const { framework, before, other, after } = c.req.param();
    return pages.answer(c, (viewing) => atComparison(viewing, [framework, before], [other, after]));
  });
  routes.get('/compare', (c) => {
    const { from, to } = c.req.query();
    if (from === undefined && to === undefined) {
      return pages.answer(c, (viewing) => ({ page: compareFormPage(viewing, {}) }));
    }
    return pages.answerQuery(c, (viewing) => choseLevels(viewing, from ?? '', to ?? ''));
  });
  routes.get(GLOSSARY_ADDRESS, (c) => pages.answer(c, () => ({ page: glossaryPage() })));
  routes.get(SHORTCUTS_ADDRESS, (c) =>
    pages.answer(c, ({ signedIn }) => ({ page: shortcutsPage(signedIn) })),
  );
  addSearch(routes, pages, deps);
  return routes;
}

function addSearch(routes: Hono, pages: PageRenderer, deps: PageDependencies): void {
  const keeper = new IndexKeeper();
  const security = securityHeaders(deps.site.baseUrl);
  routes.get('/search', async (c) => {
    const query = (c.req.query('q') ?? '').trim().slice(0, LONGEST_QUERY);
    if (query === '') return pages.answer(c, (viewing) => ({ page: searchPage(undefined, viewing.static) }));
    const kind = c.req.query('in');
    const found = find(
      await keeper.current(await deps.catalogue.current()),
      query,
      kind === undefined ? FINDS_OF_EACH : FINDS_OF_ONE,
    );
    return pages.answerQuery(c, () => ({ page: searchPage({ query, kind, found }) }));
  });
  routes.get(SEARCH_INDEX_ADDRESS, async (c) => {
    const encoded = await keeper.encoded(await deps.catalogue.current());
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'public, no-cache',
    };
    return answerEncoded(c.req, encoded, headers, security);
  });
}

function atCompetency(place: Place, id: string): Outcome {
  const { framework } = place.edition;
  const competency = framework.competencies.find((candidate) => candidate.id === id);
  if (competency !== undefined) return { page: competencyPage(place, competency) };
  const joined = framework.confirmed.rows.find(({ joins }) => joins.includes(id));
  // A row that a person joined to another keeps its address: it leads to the row it became part of.
  if (joined !== undefined && framework.competencies.some((row) => row.id === joined.competency)) {
    return { redirect: competencyAddress(framework.id, place.version, joined.competency) };
  }
  const competencies = framework.competencies.map(({ id, name }) => ({
    name,
    address: competencyAddress(framework.id, place.version, id),
    words: [id, name],
  }));
  return noSuchPart('This framework has no such competency.', id, competencies);
}

/** A level as an address names it: framework with or without a version, then the level's id. */
type Named = [framework: string, level: string];

function atComparison(viewing: Viewing, before: Named, after: Named): Outcome {
  return atFramework(viewing, before[0], (place) =>
    atFramework(viewing, after[0], (other) => compared(place, before[1], other, after[1])),
  );
}

function compared(place: Place, before: string, other: Place, after: string): Outcome {
  for (const [at, id] of [
    [place, before],
    [other, after],
  ] as const) {
    if (findLevel(at.edition.framework, id) === undefined) return noSuchLevel(at, id);
  }
  const ids = [place, other].map(({ edition, version }) => ({ id: edition.framework.id, version }));
  const same = place.edition === other.edition && before === after;
  if (same) return { redirect: levelAddress(ids[0]?.id ?? '', place.version, before) };
  const sides = namedSides(place, before, other, after);
  return { page: comparisonPage(...sides) };
}

/** Names each side by what tells the two apart: the level, its framework, or its version. */
function namedSides(place: Place, before: string, other: Place, after: string): [ComparedSide, ComparedSide] {
  const name = (at: Place, level: string) => {
    if (place.edition === other.edition) return level;
    if (place.entry.id === other.entry.id) return `${level} (${editionInWords(at.edition)})`;
    return `${level}, ${at.edition.framework.name}`;
  };
  const side = (at: Place, id: string): ComparedSide => {
    const level = findLevel(at.edition.framework, id);
    if (level === undefined) throw new Error('both levels were looked up before');
    return { place: at, level, name: name(at, level.name) };
  };
  return [side(place, before), side(other, after)];
}

function noSuchLevel(place: Place, id: string): Outcome {
  const { framework } = place.edition;
  const levels = framework.levels.map(({ id, name, aliases }) => ({
    name,
    address: levelAddress(framework.id, place.version, id),
    words: [id, name, ...aliases],
  }));
  return noSuchPart('A level of this comparison does not exist.', id, levels);
}

/** From the two values of the form to the comparison's own address. */
function choseLevels(viewing: Viewing, from: string, to: string): Outcome {
  const [before, after] = [levelNamed(viewing, from), levelNamed(viewing, to)];
  if (before === undefined || after === undefined) {
    return { page: compareFormPage(viewing, { from, to, unclear: true }), status: 404 };
  }
  return { redirect: comparisonAddress(before, after) };
}

/** Reads `ID[@VERSION]/LEVEL`, each part percent-encoded. */
function levelNamed(viewing: Viewing, value: string) {
  const [framework, level, ...more] = value.split('/').map(decoded);
  if (framework === undefined || level === undefined || more.length > 0) return undefined;
  let found: Place | undefined;
  atFramework(viewing, framework, (place) => {
    found = place;
    return { redirect: '' };
  });
  if (found === undefined || findLevel(found.edition.framework, level) === undefined) return undefined;
  return { id: found.edition.framework.id, version: found.version, level };
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
