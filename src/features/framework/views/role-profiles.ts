import type { RoleProfile } from '../../../domain/framework.ts';
import type { Viewing } from './place.ts';

/** The role profiles that this viewer may see: a draft profile is kept off public pages. */
export function visibleRoleProfiles(profiles: readonly RoleProfile[], viewing: Viewing): RoleProfile[] {
  return profiles.filter(({ draft }) => viewing.preview || !draft);
}
