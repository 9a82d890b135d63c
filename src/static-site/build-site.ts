/** Writes the pages of an app to files, so that they can be hosted anywhere without a server of ours. */
import { CairnError } from '../domain/errors.ts';
import { fileOf, type Kind, normalPath } from './addresses.ts';
import { headersFile, withMetaPolicy } from './policy.ts';
import { type Hosting, References } from './references.ts';
import { rewriteAssetAddresses, rewriteIndexAddresses, rewriteLocations } from './rewrite.ts';
import { MARK, openSiteFolder, type SiteFolder } from './site-folder.ts';

/** Answers for an address below the app's root. */
export type Ask = (address: string) => Response | Promise<Response>;

export interface SiteRequest {
  /** The app, made with `addressForApp` as its public address and told that it is static. */
  ask: Ask;
  hosting: Hosting;
  /** The folder to write. Nothing may lie there but an earlier site. */
  out: string;
  /** What the site says of itself in its mark, e.g. its releases. */
  about: Record<string, unknown>;
  progress: (line: string) => void;
}

export interface SiteReport {
  pages: number;
  /** Everything else: styles, scripts, data. */
  files: number;
}

/** Holds the addresses of what is found, for the script that searches without a server. */
const SEARCH_INDEX = '/search-index.json';

/** Where the walk begins: the start page and what no page has to link to. Those that the app lacks are left out. */
const BEGINNINGS = ['/', SEARCH_INDEX, '/openapi.json', '/sitemap.xml', '/robots.txt'];

/** An address that no framework has: its answer becomes the page for addresses that lead nowhere. */
const NOWHERE = '/404';

/** So often is progress told, in pages and files. */
const TELL_EVERY = 500;

/**
 * Asks the app for every address that can be reached from its start, and writes each answer as soon as it is there, so
 * that memory holds one page and a list of addresses. The same app gives the same bytes.
 *
 * @throws CairnError `refused` or `unavailable` as `openSiteFolder` does. The earlier site then stays as it was.
 */
export async function buildSite(request: SiteRequest): Promise<SiteReport> {
  const folder = await openSiteFolder(request.out);
  try {
    const report = await new SiteWriter(request, folder).write();
    await folder.finish();
    return report;
  } catch (error) {
    await folder.discard();
    throw error;
  }
}

interface Answer {
  kind: Kind;
  response: Response;
}

class SiteWriter {
  readonly #request: SiteRequest;
  readonly #folder: SiteFolder;
  readonly #references: References;
  readonly #paths: string[] = [];
  readonly #met = new Set<string>();
  readonly #report: SiteReport = { pages: 0, files: 0 };

  constructor(request: SiteRequest, folder: SiteFolder) {
    this.#request = request;
    this.#folder = folder;
    this.#references = new References(request.hosting, (path) => this.#meet(path));
  }

  async write(): Promise<SiteReport> {
    for (const path of BEGINNINGS) this.#meet(path);
    await this.#writeNotFound();
    // The list grows while it is walked.
    for (const path of this.#paths) await this.#writeAnswer(path);
    if (this.#references.hasSurprises) await this.#writePagesAgain();
    const { base, baseUrl } = this.#request.hosting;
    const mark = { base, ...(baseUrl === undefined ? {} : { baseUrl }), ...this.#request.about };
    await this.#folder.write(MARK, `${JSON.stringify(mark, null, 2)}\n`);
    // GitHub's own builder would otherwise leave out names that begin with an underscore.
    await this.#folder.write('.nojekyll', '');
    return this.#report;
  }

  #meet(path: string): void {
    if (this.#met.has(path)) return;
    this.#met.add(path);
    this.#paths.push(path);
  }

  async #writeNotFound(): Promise<void> {
    const response = await this.#request.ask(NOWHERE);
    await this.#folder.write('_headers', headersFile(response.headers, this.#request.hosting.base));
    await this.#folder.write('404.html', this.#page(await response.text(), response, '/'));
  }

  async #writeAnswer(path: string): Promise<void> {
    const { kind, response } = await this.#ask(path);
    this.#references.learn(path, kind);
    if (kind === 'nothing') return;
    await this.#folder.write(fileOf(path, kind), await this.#content(path, kind, response));
    this.#report[kind === 'page' ? 'pages' : 'files'] += 1;
    const { pages, files } = this.#report;
    if ((pages + files) % TELL_EVERY === 0)
      this.#request.progress(`${pages} pages and ${files} files written`);
  }

  /** An author's link may lead nowhere, or to a page whose id looks like a file: now that this is known, all pages
   * are written once more. */
  async #writePagesAgain(): Promise<void> {
    this.#request.progress('Mending links that lead elsewhere than they looked');
    await this.#writeNotFound();
    for (const path of this.#paths) {
      const { kind, response } = await this.#ask(path);
      if (kind !== 'nothing')
        await this.#folder.write(fileOf(path, kind), await this.#content(path, kind, response));
    }
  }

  /** Asks for an address and goes on where the answer leads elsewhere, since a file cannot. */
  async #ask(path: string): Promise<Answer> {
    let response = await this.#request.ask(path);
    for (let hops = 0; hops < 5 && response.status >= 300 && response.status < 400; hops += 1) {
      const next = normalPath(response.headers.get('location') ?? '');
      if (next === undefined) break;
      response = await this.#request.ask(next);
    }
    if (response.status >= 500) {
      throw new CairnError(
        'unavailable',
        `The page ${path} could not be made.`,
        'The log above says why. Nothing was published.',
      );
    }
    return { kind: this.#kindOf(response), response };
  }

  #kindOf({ status, headers }: Response): Kind {
    if (status !== 200) return 'nothing';
    const type = headers.get('content-type') ?? '';
    if (type.startsWith('text/html')) return 'page';
    const wholeAddresses = /^application\/(atom\+|rss\+)?xml/.test(type);
    return wholeAddresses && this.#request.hosting.baseUrl === undefined ? 'nothing' : 'file';
  }

  async #content(path: string, kind: Kind, response: Response): Promise<Uint8Array | string> {
    if (kind === 'page') return this.#page(await response.text(), response, path);
    const type = response.headers.get('content-type') ?? '';
    const references = this.#references;
    const address = (found: string) => references.address(found);
    if (/^text\/(css|javascript)/.test(type)) return rewriteAssetAddresses(await response.text(), address);
    if (/^application\/(atom\+)?xml/.test(type)) {
      return rewriteLocations(references.page(await response.text(), path), address);
    }
    if (path === SEARCH_INDEX) return rewriteIndexAddresses(await response.text(), address);
    if (/^(text\/plain|application\/([\w.-]+\+)?json)/.test(type))
      return references.data(await response.text());
    return new Uint8Array(await response.arrayBuffer());
  }

  #page(html: string, { headers }: Response, path: string): string {
    return withMetaPolicy(this.#references.page(html, path), headers);
  }
}
