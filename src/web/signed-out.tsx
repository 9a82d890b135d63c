/** What answers somebody who is not signed in, or no longer is. Nothing that was typed is lost. */
import type { Context } from 'hono';
import { answerUncached } from './errors.tsx';
import type { Page, Site } from './page.ts';
import { answerProblem, isDataAddress } from './problem.ts';
import { signInAddress } from './sign-in-address.ts';

export async function signedOutAnswer(c: Context, site: Site): Promise<Response> {
  if (isDataAddress(c.req.path)) return answerProblem(c, 401, 'Sign in first, or send a personal token.');
  if (c.req.method === 'GET' || c.req.method === 'HEAD') {
    const { pathname, search } = new URL(c.req.url);
    c.header('cache-control', 'private, no-store');
    return c.redirect(signInAddress(pathname + search), 303);
  }
  return answerUncached(c, site, signedOutPage(await typedIn(c), backFrom(c)), 401);
}

/** The texts of the form that could not be taken, without what only programs read. */
async function typedIn(c: Context): Promise<string[]> {
  const form = await c.req.parseBody({ all: true }).catch(() => ({}));
  return Object.entries(form)
    .filter(([name]) => name !== 'token' && !/password|code/i.test(name))
    .flatMap(([, value]) => [value].flat())
    .filter((value): value is string => typeof value === 'string' && value.trim().length > 1);
}

/** The page that the form stood on. */
function backFrom(c: Context): string {
  const referrer = c.req.header('referer') ?? '';
  return URL.canParse(referrer) ? new URL(referrer).pathname : '/my-path';
}

function signedOutPage(typed: readonly string[], backTo: string): Page {
  return {
    title: 'You were signed out',
    draft: true,
    main: (
      <>
        <h1>You were signed out</h1>
        <p class="lede">
          Nothing was saved. <a href={signInAddress(backTo)}>Sign in again</a>, and send it once more.
        </p>
        {typed.length > 0 && (
          <>
            <p>What you wrote, to copy:</p>
            {typed.map((text, index) => (
              <textarea
                key={index}
                class="kept-text"
                readonly
                rows={Math.min(12, text.split('\n').length + 1)}
                aria-label="What you wrote"
              >
                {text}
              </textarea>
            ))}
          </>
        )}
      </>
    ),
  };
}
