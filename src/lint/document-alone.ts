import { NOTHING_CONFIRMED } from '../domain/confirmation.ts';
import type { Framework, Guide, RoleProfile } from '../domain/framework.ts';
import { DEFAULT_POLICY } from '../domain/policy.ts';

/** A framework of nothing but these documents, so that rules need to know only one shape. */
export function documentAlone(documents: { guides?: Guide[]; roleProfiles?: RoleProfile[] }): Framework {
  const { guides = [], roleProfiles = [] } = documents;
  const [document] = [...guides, ...roleProfiles];
  return {
    id: document?.id ?? '',
    name: document?.id ?? '',
    textFormat: 'markdown',
    scale: { ordered: false, steps: [] },
    levels: [],
    themes: [],
    competencies: [],
    expectations: [],
    roleProfiles,
    guides,
    policy: DEFAULT_POLICY,
    proposals: [],
    lineage: [],
    confirmed: NOTHING_CONFIRMED,
    accepted: [],
    gaps: [],
    notices: [],
    sourceStatus: [],
    source: { format: 'folder', key: '', files: [] },
  };
}
