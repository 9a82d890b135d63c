import type { Context } from 'hono';
import { CairnError } from '../../../domain/errors.ts';
import { answerEncoded } from '../../../web/answer.ts';
import { type Encoded, encode, encodeNow } from '../../../web/encodings.ts';
import { inOneText, STATUS_OF_ERROR } from '../../../web/errors.tsx';
import { KeptBytes } from '../../../web/kept-bytes.ts';
import type { Site } from '../../../web/page.ts';
import { answerProblem } from '../../../web/problem.ts';
import { readerOf } from '../../../web/reader.ts';
import { securityHeaders } from '../../../web/security-headers.ts';
import type { Catalogue } from '../catalogue.ts';
import type { DataSource } from './represent.ts';

export interface DataDependencies {
  catalogue: { current(): Promise<Catalogue> };
  site: Site;
}

/** What an answer is, besides its bytes. */
export interface Medium {
  type: string;
  /** For bytes that are compressed already. */
  compressed?: true;
  /** The same address answers the same for good. */
  forGood?: true;
  /** A page of ours, which no other site reads. */
  page?: true;
  /** A picture, which other sites show inside their own pages. */
  shownElsewhere?: true;
}

export type Content = string | Uint8Array;

/** What an answer is made from. Of who asks only whether they are signed in, which pages show in their header. */
export interface Asked extends DataSource {
  signedIn: boolean;
}

const VISITOR = { signedIn: false };

const CACHE_BYTES = 64 * 1024 * 1024;

/** Everybody may read what is published, with a program in any browser too. For data no cookie is ever looked at. */
const OPEN_TO_ALL = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'etag' };

/** A browser asks first where a program sends a condition of its own. */
const MAY_ASK = {
  ...OPEN_TO_ALL,
  'access-control-allow-methods': 'GET, HEAD',
  'access-control-allow-headers': 'if-none-match',
  'access-control-max-age': '86400',
};

/** Answers with published data: made once for each state of the catalogue, kept as bytes, the same for everybody. */
export class DataAnswers {
  readonly #deps: DataDependencies;
  readonly #security: Readonly<Record<string, string>>;
  readonly #kept = new KeptBytes(CACHE_BYTES);

  constructor(deps: DataDependencies) {
    this.#deps = deps;
    this.#security = securityHeaders(deps.site.baseUrl);
  }

  /** @param content makes the content; called only where no kept bytes answer. @throws CairnError */
  async answer(
    c: Context,
    medium: Medium,
    content: (asked: Asked) => Content | Promise<Content>,
  ): Promise<Response> {
    const catalogue = await this.#deps.catalogue.current();
    this.#kept.madeFrom(catalogue.revision);
    const { baseUrl, static: isStatic } = this.#deps.site;
    const { signedIn } = medium.page ? readerOf(c, this.#deps.site) : VISITOR;
    const key = signedIn ? `signed in ${c.req.path}` : c.req.path;
    // Nobody asks a file of a static site for another coding.
    const asItIs = isStatic || medium.compressed === true;
    const made = async () => encodedAs(asItIs, await content({ catalogue, baseUrl, signedIn }));
    const encoded = this.#kept.get(key) ?? (await this.#kept.make(key, made));
    const headers = {
      'content-type': medium.type,
      'cache-control': medium.forGood
        ? 'public, max-age=31536000, immutable'
        : `${signedIn ? 'private' : 'public'}, no-cache`,
    };
    return answerEncoded(c.req, encoded, headers, this.#headersOf(medium));
  }

  #headersOf({ page, shownElsewhere }: Medium): Readonly<Record<string, string>> {
    if (page) return this.#security;
    if (!shownElsewhere) return { ...this.#security, ...OPEN_TO_ALL };
    return { ...this.#security, ...OPEN_TO_ALL, 'cross-origin-resource-policy': 'cross-origin' };
  }

  /** The same for JSON, where what goes wrong is told as a problem. */
  async answerJson(
    c: Context,
    forGood: boolean,
    value: (source: DataSource) => object | string,
  ): Promise<Response> {
    const medium: Medium = { type: 'application/json', ...(forGood ? { forGood } : {}) };
    try {
      return await this.answer(c, medium, (source) => jsonText(value(source)));
    } catch (error) {
      if (!(error instanceof CairnError)) throw error;
      return answerProblem(c, STATUS_OF_ERROR[error.code], inOneText(error), OPEN_TO_ALL);
    }
  }

  /** Answers the question that a browser asks before a request to another site. */
  answerPreflight(c: Context): Response {
    return c.body(null, 204, MAY_ASK);
  }
}

function encodedAs(asItIs: boolean, content: Content): Promise<Encoded> | Encoded {
  return asItIs ? encodeNow(content, false) : encode(content);
}

/** Where in an imported file something was read is nobody's business but its stewards'. */
function jsonText(value: object | string): string {
  if (typeof value === 'string') return value;
  return JSON.stringify(value, (key, inner: unknown) => (key === 'origin' ? undefined : inner));
}
