import type { MiddlewareHandler } from 'hono';

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const BASE_HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'camera=(), display-capture=(), fullscreen=(), geolocation=(), microphone=(), payment=(), usb=(), clipboard-write=(self)',
  // Addresses of drafts and previews stay on this site.
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

const YEAR_IN_SECONDS = 31_536_000;

/** The headers that every answer carries; with an https address also the promise to stay on https. */
export function securityHeaders(baseUrl: string): Readonly<Record<string, string>> {
  if (!baseUrl.startsWith('https:')) return BASE_HEADERS;
  return { ...BASE_HEADERS, 'strict-transport-security': `max-age=${YEAR_IN_SECONDS}` };
}

/** Answers that were built with the security headers already; adding them again would cost a copy of all headers. */
const complete = new WeakSet<Response>();

/** Marks an answer as carrying the security headers. */
export function markComplete(response: Response): Response {
  complete.add(response);
  return response;
}

/** Adds the security headers to every answer that does not carry them yet, whoever made it. */
export function withSecurityHeaders(headers: Readonly<Record<string, string>>): MiddlewareHandler {
  return async (c, next) => {
    await next();
    if (complete.has(c.res)) return;
    for (const [name, value] of Object.entries(headers)) {
      // A file of somebody's brings a stricter policy of its own.
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    }
  };
}
