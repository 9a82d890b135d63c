/** Every address of the application that can be read, for promises about what none of them may show. */
import type { Hono } from 'hono';

/** What the parts of an address stand for, where a test knows better than "x". */
export type Parts = Readonly<Record<string, string>>;

/** The addresses of all pages and data, with their parts filled in. @param without paths that are left out */
export function readableAddresses(
  app: Hono,
  parts: Parts,
  without: ReadonlySet<string> = new Set(),
): string[] {
  const paths = app.routes
    .filter(
      ({ method, path }) =>
        method === 'GET' && !path.includes('*') && !path.startsWith('/assets') && !without.has(path),
    )
    .map(({ path }) =>
      path.replace(/:(\w+)(\{[^}]*\})?/g, (_, name: string) => encodeURIComponent(parts[name] ?? 'x')),
    );
  return [...new Set(paths)];
}
