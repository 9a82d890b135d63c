import type { Framework } from '../../src/domain/framework.ts';
import { DEFAULT_POLICY } from '../../src/domain/policy.ts';

/** How many levels and competencies a made framework has; each competency has an expectation at each level. */
export interface MadeSize {
  levels: number;
  competencies: number;
}

const WIDE: MadeSize = { levels: 10, competencies: 1_000 };

/**
 * A framework whose texts are made of words that operations people use, the same on every run: 10,000 expectations
 * where no size is given.
 */
export function wideFramework(size: MadeSize = WIDE): Framework {
  const words =
    'incident review runbook rota supplier contract recovery monitoring alerts change window service level customer capacity backup restore ticket queue handover escalation status update problem cause improvement budget security access audit patch release rollback database network storage'.split(
      ' ',
    );
  let state = 7;
  const word = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return words[Math.abs(state) % words.length] ?? '';
  };
  const sentence = (length: number) => Array.from({ length }, word).join(' ');
  const levels = Array.from({ length: size.levels }, (_, n) => ({
    id: `l${n}`,
    name: `Level ${n}`,
    aliases: [],
    next: n + 1 < size.levels ? [`l${n + 1}`] : [],
  }));
  const competencies = Array.from({ length: size.competencies }, (_, n) => ({
    id: `c${n}`,
    theme: 't',
    name: sentence(3),
  }));
  const expectations = competencies.flatMap(({ id }) =>
    levels.map((level) => ({
      id: `${id}-${level.id}`,
      competency: id,
      level: level.id,
      statement: sentence(24),
      points: [],
      examples: [sentence(12), sentence(12)],
      links: [],
      state: 'present' as const,
    })),
  );
  return {
    id: 'wide',
    name: 'Wide',
    textFormat: 'plain',
    scale: { ordered: false, steps: [] },
    levels,
    themes: [{ id: 't', name: 'Theme' }],
    competencies,
    expectations,
    roleProfiles: [],
    guides: [],
    policy: DEFAULT_POLICY,
    proposals: [],
    lineage: [],
    confirmed: { rows: [], policy: [] },
    accepted: [],
    gaps: [],
    notices: [],
    sourceStatus: [],
    source: { format: 'folder', key: 'folder:wide', files: [] },
  };
}
