/** Answers with pages: published ones rendered once and kept as bytes, those with drafts made afresh for one viewer. */
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { Executor } from '../../db/schema.ts';
import { answerEncoded } from '../../web/answer.ts';
import { encode } from '../../web/encodings.ts';
import { answerUncached } from '../../web/errors.tsx';
import { BYTES_OF_PAGES, KeptBytes } from '../../web/kept-bytes.ts';
import { renderDocument } from '../../web/layout.tsx';
import type { Page, Site } from '../../web/page.ts';
import { readerOf } from '../../web/reader.ts';
import { securityHeaders } from '../../web/security-headers.ts';
import type { Viewer } from '../../web/session.ts';
import { heldStewardKeys } from './actions/steward-key.ts';
import type { Catalogue } from './catalogue.ts';
import { isDraftAddress, withDraftsOf } from './drafts-seen.ts';
import { heldSecrets, STEWARD_COOKIE } from './steward/cookie.ts';
import type { Viewing } from './views/place.ts';

/** What a route makes of an address: a page, a page that says there is none, or the way to another address. */
export type Outcome = { page: Page; status?: 404 } | { redirect: string };

export interface PageDependencies {
  catalogue: { current(): Promise<Catalogue> };
  preview: { isValid(token: string): Promise<boolean> };
  site: Site;
  now: () => Date;
  /** Where published pages are kept, for whoever answers with them too. */
  kept?: KeptBytes;
  /** Absent where drafts cannot be decided about: on pages without a server. */
  steward?: { db: Executor; changed(): Promise<void> };
  /** Who is signed in; absent where nobody can. */
  viewerOf?: (c: Context) => Promise<Viewer | undefined>;
}

const NOBODYS: ReadonlySet<string> = new Set();

/** The cookie that holds a preview token. */
export const PREVIEW_COOKIE = 'cairn_preview';

/** Cookies whose holders may see more than a visitor does. */
export const KEY_COOKIES = [PREVIEW_COOKIE, STEWARD_COOKIE];

/** Always asked again, so that a release is seen at once; the answer is 304 while nothing changed. */
export const KEPT_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'public, no-cache',
};

/** The same for pages with the entries of those who are signed in: nothing about anybody, and not for shared caches. */
const KEPT_FOR_SIGNED_IN = { ...KEPT_HEADERS, 'cache-control': 'private, no-cache' };

/** What kept pages are made from. They say whether a review is overdue, so yesterday's may be wrong today. */
export function stateOfPages({ revision }: Pick<Catalogue, 'revision'>, now: Date): string {
  return `${revision} ${now.toISOString().slice(0, 10)}`;
}

export class PageRenderer {
  readonly #deps: PageDependencies;
  readonly #security: Readonly<Record<string, string>>;
  readonly #kept: KeptBytes;

  constructor(deps: PageDependencies) {
    this.#deps = deps;
    this.#security = securityHeaders(deps.site.baseUrl);
    this.#kept = deps.kept ?? new KeptBytes(BYTES_OF_PAGES);
  }

  /** @param outcome makes the page; called only where no kept bytes answer */
  async answer(c: Context, outcome: (viewing: Viewing) => Outcome): Promise<Response> {
    const viewing = await this.#viewing(c);
    const { catalogue, preview, static: isStatic } = viewing;
    // A page that is written to a file is asked for once: keeping and compressing it would be for nobody.
    if (preview || isStatic) return this.#answerFresh(c, outcome(viewing), viewing);

    this.#kept.madeFrom(stateOfPages(catalogue, this.#deps.now()));
    const { signedIn = false } = viewing;
    // Two variants of each page. That of visitors is kept by its plain path: whoever answers quickly looks for that.
    const key = signedIn ? `signed in ${c.req.path}` : c.req.path;
    const headers = signedIn ? KEPT_FOR_SIGNED_IN : KEPT_HEADERS;
    const kept = this.#kept.get(key);
    if (kept !== undefined) return answerEncoded(c.req, kept, headers, this.#security);
    const made = outcome(viewing);
    if ('redirect' in made || made.status !== undefined) return this.#answerFresh(c, made, viewing);
    const rendered = () => encode(renderDocument(this.#deps.site, made.page, { signedIn }));
    return answerEncoded(c.req, await this.#kept.make(key, rendered), headers, this.#security);
  }

  /** The same for what also depends on the query of the address: made afresh each time, nothing is kept. */
  async answerQuery(c: Context, outcome: (viewing: Viewing) => Outcome): Promise<Response> {
    const viewing = await this.#viewing(c);
    return this.#answerFresh(c, outcome(viewing), viewing);
  }

  async #viewing(c: Context): Promise<Viewing> {
    const [whole, holdsPreview, linked, viewer] = await Promise.all([
      this.#deps.catalogue.current(),
      this.#holdsPreview(c),
      this.#linkedTo(c),
      this.#viewerOfDraft(c),
    ]);
    const own = viewer?.stewardOf ?? NOBODYS;
    const stewardOf = new Set([...linked, ...own]);
    // Whoever is a steward reads every draft; a link is of one framework.
    const ownDraftsOnly = !holdsPreview && own.size === 0 && stewardOf.size > 0;
    const catalogue = ownDraftsOnly ? withDraftsOf(whole, stewardOf) : whole;
    const today = this.#deps.now().toISOString().slice(0, 10);
    const preview = holdsPreview || stewardOf.size > 0;
    const { signedIn } = readerOf(c, this.#deps.site);
    return { catalogue, preview, today, static: this.#deps.site.static, stewardOf, signedIn };
  }

  #answerFresh(c: Context, made: Outcome, { signedIn = false }: Viewing): Response | Promise<Response> {
    if (!('redirect' in made)) {
      return answerUncached(c, this.#deps.site, made.page, made.status ?? 200, { signedIn });
    }
    c.header('cache-control', 'private, no-store');
    return c.redirect(made.redirect, 302);
  }

  async #holdsPreview(c: Context): Promise<boolean> {
    const token = getCookie(c, PREVIEW_COOKIE);
    return token !== undefined && (await this.#deps.preview.isValid(token));
  }

  /** Asked for drafts only: published pages are the same for everybody who is signed in. */
  async #viewerOfDraft(c: Context): Promise<Viewer | undefined> {
    return isDraftAddress(c.req.path) ? this.#deps.viewerOf?.(c) : undefined;
  }

  /** The frameworks whose steward's links the browser holds. */
  async #linkedTo(c: Context): Promise<ReadonlySet<string>> {
    const { steward, now } = this.#deps;
    const secrets = steward === undefined ? [] : heldSecrets(c);
    if (steward === undefined || secrets.length === 0) return NOBODYS;
    const keys = await heldStewardKeys(steward.db, secrets, now());
    return new Set(keys.map(({ framework }) => framework));
  }
}
