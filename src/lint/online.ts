/** Looks up links to the web. Only on request: everything else in the linter works without a network. */
import { type Finding, quoted } from '../domain/finding.ts';
import type { Framework } from '../domain/framework.ts';
import { type FoundLink, isExternal, linksOf } from './links.ts';
import { findingAt, type Rule } from './rule.ts';

/** The part of `fetch` that is needed; tests bring their own. */
export type Fetch = (
  url: string,
  init: { method: string; redirect: 'manual'; signal: AbortSignal },
) => Promise<Pick<Response, 'status' | 'headers' | 'body'>>;

export interface OnlineOptions {
  fetch: Fetch;
  /** Milliseconds that one address may take, redirects included. */
  timeout?: number;
  /** How many addresses are asked at the same time. */
  concurrency?: number;
  /** How many distinct addresses are asked at most; the rest is left out. */
  most?: number;
}

const RULE: Pick<Rule, 'id' | 'severity'> = { id: 'unreachable-link', severity: 'warning' };
/** Redirects followed before an address counts as lost. */
const MOST_REDIRECTS = 5;

/** Asks every distinct web address of the framework once, and reports those that do not answer or answer "not there". */
export async function lintOnline(framework: Framework, options: OnlineOptions): Promise<Finding[]> {
  const { fetch, timeout = 10_000, concurrency = 4, most = 500 } = options;
  const byUrl = new Map<string, FoundLink>();
  for (const link of linksOf(framework)) {
    if (isExternal(link.url) && URL.canParse(link.url) && !byUrl.has(link.url)) byUrl.set(link.url, link);
  }
  const open = [...byUrl.values()].slice(0, most);
  const problems = new Map<FoundLink, string>();
  const waiting = open.values();
  const worker = async () => {
    for (const link of waiting) {
      const problem = await problemWith(link.url, fetch, AbortSignal.timeout(timeout));
      if (problem !== undefined) problems.set(link, problem);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return open.flatMap((link) => {
    const problem = problems.get(link);
    return problem === undefined ? [] : [{ ...unreachable(link, problem), framework: framework.id }];
  });
}

function unreachable({ of, quote }: FoundLink, problem: string): Finding {
  return findingAt(RULE, of, {
    quote: quoted(quote),
    message: `The address ${problem}. Readers end nowhere.`,
    remedy:
      'Correct the address or take the link out. Accept this finding if the address answers inside your network only.',
  });
}

/** What is wrong with an address, for a person; undefined where it answers. */
async function problemWith(url: string, fetch: Fetch, signal: AbortSignal): Promise<string | undefined> {
  let at = url;
  try {
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
      const { status, headers } = await ask(at, fetch, signal);
      const target = status >= 300 && status < 400 ? headers.get('location') : null;
      if (target === null) return isLost(status) ? `answers ${status}` : undefined;
      if (!URL.canParse(target, at)) return `redirects to “${target}”, which is no address`;
      at = new URL(target, at).href;
      if (!isExternal(at)) return `redirects to “${at}”, which is not on the web`;
    }
    return 'redirects in a circle';
  } catch (error) {
    if (signal.aborted) return 'does not answer in time';
    return `cannot be reached (${error instanceof Error ? causeOf(error) : String(error)})`;
  }
}

/** Many servers refuse HEAD or know it badly: then GET has the last word. */
async function ask(url: string, fetch: Fetch, signal: AbortSignal) {
  const head = await fetch(url, { method: 'HEAD', redirect: 'manual', signal });
  if (head.status < 400) return head;
  const answer = await fetch(url, { method: 'GET', redirect: 'manual', signal });
  await answer.body?.cancel();
  return answer;
}

/** Lost: not there, gone, or the server broken. 401, 403 and 429 mean that something is there for others. */
function isLost(status: number): boolean {
  return status >= 400 && ![401, 403, 405, 406, 429].includes(status);
}

function causeOf(error: Error): string {
  return error.cause instanceof Error ? error.cause.message : error.message;
}
