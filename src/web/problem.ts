/** What goes wrong with data, told as data: RFC 9457. */
import type { Context } from 'hono';

export type ProblemStatus = 400 | 401 | 403 | 404 | 405 | 409 | 413 | 422 | 500 | 503;

const TITLES: Record<ProblemStatus, string> = {
  400: 'Not understood',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Can only be read',
  409: 'Changed meanwhile',
  413: 'Too large',
  422: 'Cannot be read',
  500: 'Something went wrong',
  503: 'Not available now',
};

/** Whether an address is one of data, whose readers are programs. */
export function isDataAddress(path: string): boolean {
  return path.endsWith('.json') || path.startsWith('/api/');
}

/** @param detail what is wrong and what to do, for a person */
export function answerProblem(
  c: Context,
  status: ProblemStatus,
  detail: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const problem = { type: 'about:blank', title: TITLES[status], status, detail };
  return c.body(JSON.stringify(problem), status, {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    ...headers,
  });
}
