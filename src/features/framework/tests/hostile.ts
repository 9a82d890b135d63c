/** A framework whose authors mean harm, or pasted what they should not have. */
import { HARBOUR } from '../../../../test/sample-framework.ts';
import type { Framework } from '../../../domain/framework.ts';
import { canonicalDocument } from '../../../domain/release.ts';
import { digest } from '../../../formats/digest.ts';
import type { Catalogue } from '../catalogue.ts';

/** What ends scripts, attributes, comments and XML, turns text around, or is no character at all. */
export const HOSTILE_TEXT =
  '</script><script>alert(1)</script><!--"\'><img src=x onerror=alert(1)>]]>&amp;&#0; \u202Eevil\u2067 \u0000\u0008\uFFFE\uD800 =HYPERLINK("x") {{7*7}} \u2028';

export const HOSTILE_LINK = 'javascript:alert(1)//';

/** Names and texts replaced; ids stay, so that addresses lead somewhere. */
export function hostileFramework(text = HOSTILE_TEXT): Framework {
  const told = (value: string) => `${value} ${text}`;
  return {
    ...HARBOUR,
    id: 'hostile',
    name: told('Harbour'),
    summary: told('Summary'),
    roleProfiles: [],
    levels: HARBOUR.levels.map((level) => ({
      ...level,
      name: told(level.name),
      summary: text,
      aliases: [text],
    })),
    competencies: HARBOUR.competencies.map((row) => ({ ...row, name: told(row.name), definition: text })),
    expectations: HARBOUR.expectations.map((cell) => ({
      ...cell,
      statement: text,
      examples: [text],
      links: [
        { label: text, url: HOSTILE_LINK },
        { label: 'data', url: 'data:text/html,<script>alert(1)</script>' },
      ],
    })),
    guides: HARBOUR.guides.map((guide) => ({
      ...guide,
      title: text,
      introduction: `[x](${HOSTILE_LINK}) ${text}`,
    })),
    policy: { ...HARBOUR.policy, steward: text },
  };
}

/** One framework as the only release. */
export function released(framework: Framework): Catalogue {
  const document = canonicalDocument(framework);
  const edition = {
    framework,
    document,
    digest: digest(document),
    version: '1.0.0',
    status: 'beta' as const,
    since: '2026-03-12T14:02:00.000Z',
    statuses: [{ status: 'beta' as const, since: '2026-03-12T14:02:00.000Z', by: 'steward' }],
  };
  const frameworks = [{ id: framework.id, releases: [edition] }];
  return { revision: 'hostile', frameworks, guides: [], roleProfiles: [] };
}

/** 10,000 levels, each with one expectation, and a cell of a million characters. */
export function hugeFramework(): Framework {
  const ids = Array.from({ length: 10_000 }, (_, index) => `level-${index}`);
  return {
    ...HARBOUR,
    id: 'huge',
    roleProfiles: [],
    guides: [],
    levels: ids.map((id, index) => ({
      id,
      name: `Level ${index}`,
      aliases: [],
      next: ids.slice(index + 1, index + 2),
    })),
    expectations: ids.map((level, index) => ({
      id: `cell-${index}`,
      competency: 'incidents',
      level,
      statement: index === 0 ? 'word '.repeat(200_000) : `Step ${index}`,
      points: [],
      examples: [],
      links: [],
      state: 'present',
    })),
  };
}
