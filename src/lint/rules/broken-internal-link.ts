import { quoted } from '../../domain/finding.ts';
import type { Framework } from '../../domain/framework.ts';
import { linksOf } from '../links.ts';
import { findingAt, type Rule } from '../rule.ts';

export const brokenInternalLink: Rule = {
  id: 'broken-internal-link',
  severity: 'warning',
  about:
    'A link into the framework leads to a level, competency, guide or role profile that it does not have. Links to the web are looked up only with `--online`.',
  check: (framework) => {
    const targets = targetsOf(framework);
    return linksOf(framework).flatMap((link) => {
      const missing = missingTarget(link.url, framework.id, targets);
      if (missing === undefined) return [];
      return findingAt(brokenInternalLink, link.of, {
        quote: quoted(link.quote),
        message: `The link leads to ${missing}, which the framework does not have. Readers end on a page that is not there.`,
        remedy: 'Correct the address or take the link out.',
      });
    });
  },
};

interface Targets {
  levels: ReadonlySet<string>;
  guides: ReadonlySet<string>;
  roles: ReadonlySet<string>;
  /** Whatever a `#` may name. */
  anchors: ReadonlySet<string>;
}

function targetsOf(framework: Framework): Targets {
  const ids = (entities: readonly { id: string }[]) => entities.map(({ id }) => id);
  const sections = [...framework.guides, ...framework.roleProfiles].flatMap((text) => ids(text.sections));
  return {
    levels: new Set(ids(framework.levels)),
    guides: new Set(ids(framework.guides)),
    roles: new Set(ids(framework.roleProfiles)),
    anchors: new Set([
      ...ids(framework.competencies),
      ...ids(framework.expectations),
      ...ids(framework.themes),
      ...ids(framework.levels),
      ...ids(framework.scale.steps),
      ...sections,
    ]),
  };
}

/** What a link of ours leads to that is not there, for a person; undefined where all is well or nobody can say. */
function missingTarget(url: string, framework: string, targets: Targets): string | undefined {
  if (/^[a-z][a-z\d+.-]*:|^\/\/|^www\./i.test(url) || url.trim() === '') return undefined;
  const [path = '', anchor = ''] = url.split('#', 2);
  const target = /(?:^|\/)(levels|guides|roles)\/([^/?]+?)(?:\.md)?\/?$/.exec(path);
  const beside = /^(?:\.\/)?([^/]+)\.md$/.exec(path);
  const own = /^\/frameworks\/([^/@]+)/.exec(path);
  if (own !== null && own[1] !== framework) return undefined;
  if (target !== null) {
    const kind = target[1] as 'levels' | 'guides' | 'roles';
    const id = decoded(target[2] ?? '');
    if (!targets[kind].has(id)) return `the ${KIND[kind]} “${id}”`;
  } else if (beside !== null) {
    const id = decoded(beside[1] ?? '');
    if (!targets.guides.has(id) && !targets.roles.has(id)) return `“${path}”`;
  } else if (path !== '' && path !== '/frameworks' && own === null) {
    return `“${path}”`;
  }
  return anchor === '' || targets.anchors.has(decoded(anchor)) ? undefined : `“#${anchor}”`;
}

const KIND = { levels: 'level', guides: 'guide', roles: 'role profile' };

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    if (error instanceof URIError) return part;
    throw error;
  }
}
