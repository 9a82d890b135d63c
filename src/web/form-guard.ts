/** What stands before every form that changes something: it came from this site, is small, and is bound to its cookie. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { CairnError } from '../domain/errors.ts';

/** Largest form, in bytes. The longest text of a form is some thousand characters. */
const MOST_BYTES = 64 * 1024;

/** The fields of a form that was sent. A field that is missing is an empty text. */
export interface SentForm {
  /** Line ends as `\n`, whatever the browser made of them. */
  text(name: string): string;
  all(name: string): string[];
}

/**
 * Refuses forms that another site sent or that are too large.
 *
 * @param baseUrl the public address, which a proxy may hide from requests
 */
export function formGuard(baseUrl: string): MiddlewareHandler {
  const own = new URL(baseUrl).origin;
  const sameSite = csrf({ origin: (origin, c) => origin === own || origin === new URL(c.req.url).origin });
  const small = bodyLimit({
    maxSize: MOST_BYTES,
    onError: () => {
      throw new CairnError(
        'invalid',
        'This form is too large.',
        'Shorten what you wrote, and send it again.',
      );
    },
  });
  return async (c, next) => {
    await refusingOthers(() => sameSite(c, async () => {}));
    return small(c, next);
  };
}

/** What a form carries to show that the holder of the secret opened its page. Does not give the secret away. */
export function formToken(secret: string): string {
  return createHash('sha256').update(`form ${secret}`).digest('base64url');
}

/**
 * Reads a form.
 *
 * @throws CairnError `refused` where its field `token` is not that of the secret.
 */
export async function readForm(c: Context, secret: string): Promise<SentForm> {
  // Browsers send forms without files in this way; the guard against other sites looks at forms only.
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(c.req.header('content-type') ?? '');
  const fields = new URLSearchParams(isForm ? await c.req.text() : '');
  if (!isSame(fields.get('token') ?? '', formToken(secret))) throw notFromItsPage();
  return {
    text: (name) => (fields.get(name) ?? '').replace(/\r\n?/g, '\n'),
    all: (name) => fields.getAll(name),
  };
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
