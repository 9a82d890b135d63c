import { randomUUID } from 'node:crypto';
import type { Context, ErrorHandler, NotFoundHandler } from 'hono';
import { CairnError, type ErrorCode } from '../domain/errors.ts';
import { type Reader, renderDocument } from './layout.tsx';
import type { Log } from './log.ts';
import type { Page, Site } from './page.ts';
import { answerProblem, isDataAddress } from './problem.ts';
import { readerOf } from './reader.ts';

/** The one place that says which failure answers with which status. */
export const STATUS_OF_ERROR = {
  'not found': 404,
  invalid: 400,
  'too large': 413,
  refused: 403,
  unreadable: 422,
  unavailable: 503,
} as const satisfies Record<ErrorCode, number>;

/**
 * Shows a person's error as a page; logs every other one under an id and shows only that.
 *
 * @param explain what a person can do about an error that was none of theirs, such as a database that is gone
 */
export function errorHandler(
  site: Site,
  log: Log,
  explain: (error: unknown) => CairnError | undefined = () => undefined,
): ErrorHandler {
  return (thrown, c) => {
    const error = explain(thrown) ?? thrown;
    if (error instanceof CairnError) {
      if (isDataAddress(c.req.path)) return answerProblem(c, STATUS_OF_ERROR[error.code], inOneText(error));
      const page = errorPage(error.message, error.remedy);
      return answerUncached(c, site, page, STATUS_OF_ERROR[error.code], readerOf(c, site));
    }
    const id = randomUUID().slice(0, 8);
    log.error({ id, err: error, method: c.req.method, path: c.req.path }, 'a request failed');
    const remedy = `Try again in a moment. If it happens again, tell whoever runs this installation and quote this: ${id}`;
    if (isDataAddress(c.req.path)) return answerProblem(c, 500, remedy);
    return answerUncached(c, site, errorPage('Something went wrong', remedy), 500, readerOf(c, site));
  };
}

/** What is wrong and what to do, in one text. */
export function inOneText({ message, remedy }: CairnError): string {
  return remedy === undefined ? message : `${message} ${remedy}`;
}

/** What answers where no route does: another method than reading, or an address that leads nowhere. */
export function notFoundHandler(site: Site): NotFoundHandler {
  return (c) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
      c.header('allow', 'GET, HEAD');
      if (isDataAddress(c.req.path)) return answerProblem(c, 405, 'Ask for it with GET or HEAD.');
      const page = errorPage('This address can only be read', 'Open it as a page, with GET.');
      return answerUncached(c, site, page, 405, readerOf(c, site));
    }
    if (isDataAddress(c.req.path)) {
      return answerProblem(c, 404, 'There is no data here. /openapi.json lists what there is.');
    }
    const remedy =
      'The address may be mistyped, or what it led to was renamed. The list of frameworks leads to every page.';
    return answerUncached(c, site, errorPage('There is no page here', remedy), 404, readerOf(c, site));
  };
}

/** Answers with a page that nobody may keep. */
export function answerUncached(
  c: Context,
  site: Site,
  page: Page,
  status: 200 | 400 | 401 | 403 | 404 | 405 | 409 | 413 | 422 | 429 | 500 | 503,
  reader?: Reader,
) {
  return c.html(renderDocument(site, page, reader), status, { 'cache-control': 'private, no-store' });
}

function errorPage(title: string, remedy: string | undefined): Page {
  const main = (
    <>
      <h1>{title}</h1>
      {remedy !== undefined && <p class="lede">{remedy}</p>}
      <p>
        <a href="/frameworks">See all frameworks</a>
      </p>
    </>
  );
  return { title, draft: true, main };
}
