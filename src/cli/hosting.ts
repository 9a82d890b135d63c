import { CairnError } from '../domain/errors.ts';
import type { Hosting } from '../static-site/index.ts';

/**
 * Where a static site will be hosted, from the options of the command.
 *
 * @throws CairnError `invalid` for what is no path or address, and where the two contradict each other.
 */
export function readHosting({ base, baseUrl }: { base?: string; baseUrl?: string }): Hosting {
  const url = baseUrl === undefined ? undefined : parsedUrl(baseUrl);
  const fromUrl = url === undefined ? undefined : withSlashes(url.pathname);
  const own = base === undefined ? undefined : withSlashes(base);
  if (own !== undefined && /[?#\s"<>\\]|\/\//.test(own)) {
    throw new CairnError(
      'invalid',
      `--base ${base} is not a path.`,
      'Give the path of the subfolder, e.g. --base /frameworks-site/.',
    );
  }
  if (own !== undefined && fromUrl !== undefined && own !== fromUrl) {
    throw new CairnError(
      'invalid',
      `--base ${base} and --base-url ${baseUrl} name different folders.`,
      'Leave --base out: the public address says it already.',
    );
  }
  return {
    base: own ?? fromUrl ?? '/',
    ...(url === undefined ? {} : { baseUrl: `${url.origin}${url.pathname}`.replace(/\/+$/, '') }),
  };
}

function parsedUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const plain =
    url !== undefined &&
    /^https?:$/.test(url.protocol) &&
    url.search === '' &&
    url.hash === '' &&
    url.username === '';
  if (plain) return url;
  throw new CairnError(
    'invalid',
    `--base-url ${text} is not the address of a site.`,
    'Give it whole, e.g. --base-url https://example.org/frameworks-site.',
  );
}

function withSlashes(path: string): string {
  const inner = path.replace(/^\/+|\/+$/g, '');
  return inner === '' ? '/' : `/${inner}/`;
}
