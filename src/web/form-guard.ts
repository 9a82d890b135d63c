/** What stands before every form that changes something: it came from this site, is small, and is bound to its cookie. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { CairnError } from '../domain/errors.ts';
import type { Session } from './session.ts';

/** Largest form, in bytes. The longest text of a form is some thousand characters. */
const MOST_BYTES = 64 * 1024;

/** The fields of a form that was sent. A field that is missing is an empty text. */
export interface SentForm {
  /** Line ends as `\n`, whatever the browser made of them; without what no database holds and nobody can type. */
  text(name: string): string;
  all(name: string): string[];
  /** The files that were chosen in a field; none where none was. */
  files(name: string): File[];
}

/**
 * Refuses forms that another site sent or that are too large.
 *
 * @param baseUrl the public address, which a proxy may hide from requests
 * @param mostBytes largest form, where it takes files
 */
export function formGuard(baseUrl: string, mostBytes: number = MOST_BYTES): MiddlewareHandler {
  const own = new URL(baseUrl).origin;
  const sameSite = csrf({ origin: (origin, c) => origin === own || origin === new URL(c.req.url).origin });
  const small = smallBody(mostBytes);
  return async (c, next) => {
    await refusingOthers(() => sameSite(c, async () => {}));
    return small(c, next);
  };
}

/** Refuses a body that is too large before it is read. */
export function smallBody(mostBytes: number = MOST_BYTES): MiddlewareHandler {
  return bodyLimit({
    maxSize: mostBytes,
    onError: () => {
      throw tooLarge(mostBytes);
    },
  });
}

/**
 * The JSON that a program sent.
 *
 * @throws CairnError `invalid` where it is none
 */
export async function readJson(c: Context): Promise<unknown> {
  const text = await c.req.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CairnError('invalid', `The body is not JSON: ${(error as Error).message}.`, undefined, {
      cause: error,
    });
  }
}

/**
 * Tells a script of our own pages from one of another site, which the browser would send the cookie of as well.
 *
 * @throws CairnError `refused` where a browser's session comes without what the pages' forms carry
 */
export function requireOwnProgram(c: Context, { kind, secret }: Session): void {
  if (kind === 'token' || c.req.method === 'GET') return;
  requireToken(c, secret);
}

/** @throws CairnError `refused` where the request does not carry what the forms of its page carry */
export function requireToken(c: Context, secret: string): void {
  if (!isSame(c.req.header('x-cairn-token') ?? '', formToken(secret))) throw notFromItsPage();
}

/** What a form carries to show that the holder of the secret opened its page. Does not give the secret away. */
export function formToken(secret: string): string {
  return createHash('sha256').update(`form ${secret}`).digest('base64url');
}

/**
 * Reads a form.
 *
 * @param withFiles whether the form may hold files
 * @throws CairnError `refused` where its field `token` is not that of the secret.
 */
export async function readForm(c: Context, secret: string, withFiles = false): Promise<SentForm> {
  const form = await readOpenForm(c, withFiles);
  if (!isSame(form.text('token'), formToken(secret))) throw notFromItsPage();
  return form;
}

/** Reads a form that is bound to no session, e.g. that of signing in. */
export async function readOpenForm(c: Context, withFiles = false): Promise<SentForm> {
  const type = c.req.header('content-type') ?? '';
  // The guard against other sites looks at the two kinds of forms that browsers send, so nothing else is read.
  if (/^application\/x-www-form-urlencoded\b/i.test(type))
    return sentForm(new URLSearchParams(await c.req.text()));
  if (withFiles && /^multipart\/form-data\b/i.test(type)) return sentForm(await readParts(c));
  return sentForm(new URLSearchParams());
}

async function readParts(c: Context): Promise<FormData> {
  return c.req.formData().catch((error: unknown) => {
    if (error instanceof CairnError) throw error;
    throw new CairnError('invalid', 'This form arrived damaged.', 'Send it again.', { cause: error });
  });
}

function sentForm(fields: FormData | URLSearchParams): SentForm {
  const all = (name: string) => (fields as FormData).getAll(name);
  const texts = (name: string) =>
    all(name).flatMap((value) =>
      typeof value === 'string' ? [value.replaceAll('\0', '').toWellFormed()] : [],
    );
  return {
    text: (name) => (texts(name)[0] ?? '').replace(/\r\n?/g, '\n'),
    all: texts,
    // A field of files that was left alone is sent as one without a name.
    files: (name) => all(name).filter((value): value is File => value instanceof File && value.name !== ''),
  };
}

function tooLarge(mostBytes: number): CairnError {
  return mostBytes === MOST_BYTES
    ? new CairnError('too large', 'This form is too large.', 'Shorten what you wrote, and send it again.')
    : new CairnError(
        'too large',
        `This is larger than ${Math.floor(mostBytes / 1024 / 1024)} MB.`,
        'Choose a smaller file, or fewer at once. Nothing was saved.',
      );
}

async function refusingOthers(check: () => Promise<unknown>): Promise<void> {
  try {
    await check();
  } catch (error) {
    throw error instanceof HTTPException ? notFromItsPage() : error;
  }
}

function isSame(a: string, b: string): boolean {
  const [one, two] = [Buffer.from(a), Buffer.from(b)];
  return one.length === two.length && timingSafeEqual(one, two);
}

function notFromItsPage(): CairnError {
  return new CairnError(
    'refused',
    'This form was not sent from its own page.',
    'Open the page again and use the form there. Nothing was changed.',
  );
}
