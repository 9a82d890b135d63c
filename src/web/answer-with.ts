import type { Context } from 'hono';
import { answerUncached } from './errors.tsx';
import type { Page, Site } from './page.ts';
import { answerProblem, type ProblemStatus } from './problem.ts';
import type { Viewer } from './session.ts';

/** What a request comes to, before it becomes a response: nothing of it may be kept by anybody. */
export type Answer = (
  | { page: Page; status?: 200 | 401 | 403 | 404 | 409 | 413 | 422 | 429 }
  /** Leads on after a form, or to another address. */
  | { redirect: string }
  | {
      data: unknown;
      status?: 200 | 201 | 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429;
      /** Changes with the data: whoever asks with it and holds it already is told so, without the data. */
      etag?: string;
    }
  /** What is wrong with what a program asked for. */
  | { problem: { status: ProblemStatus; detail: string } }
  | { file: FileAnswer }
) & {
  /** Runs once everything is written, e.g. so that pages show it. */
  after?: () => Promise<void>;
};

export interface FileAnswer {
  bytes: Uint8Array<ArrayBuffer>;
  /** Media type. */
  type: string;
  /** What it is called where it is saved. */
  name: string;
  /** Whether the browser may show it, which is only for what cannot hold script. */
  show?: boolean;
}

/** @param viewer absent for a visitor */
export function answerWith(
  c: Context,
  site: Site,
  answer: Answer,
  viewer: Viewer | undefined,
): Response | Promise<Response> {
  c.header('cache-control', 'private, no-store');
  if ('redirect' in answer) return c.redirect(answer.redirect, 303);
  if ('data' in answer) return answerData(c, answer);
  if ('problem' in answer) return answerProblem(c, answer.problem.status, answer.problem.detail);
  if ('file' in answer) return answerFile(c, answer.file);
  const reader = viewer === undefined ? undefined : { signedIn: true, viewer };
  return answerUncached(c, site, answer.page, answer.status ?? 200, reader);
}

function answerData(c: Context, { data, status, etag }: Extract<Answer, { data: unknown }>): Response {
  if (etag !== undefined) {
    c.header('etag', `"${etag}"`);
    if (c.req.header('if-none-match') === `"${etag}"`) return c.body(null, 304);
  }
  return c.json(data as object, status ?? 200);
}

function answerFile(c: Context, { bytes, type, name, show = false }: FileAnswer): Response {
  const plain = name.replace(/[^\w .()-]/g, '_');
  const disposition = `${show ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`;
  return c.body(bytes, 200, {
    'content-type': type,
    'content-length': String(bytes.length),
    'content-disposition': disposition,
    // Even where it is shown it may do nothing: no script, no forms, no address of its own.
    'content-security-policy': "default-src 'none'; sandbox",
  });
}
