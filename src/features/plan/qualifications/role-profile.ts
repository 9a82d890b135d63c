import type { PublishedFrameworks } from '../../../domain/published.ts';
import { heldInWords, holdsLongest, isSameQualification, plainName } from '../../../domain/qualification.ts';
import type { Qualification } from './queries.ts';

/** What a role profile of the level that somebody holds names, beside what they entered. */
export interface NamedByProfile {
  profile: string;
  address: string;
  qualifications: { name: string; url?: string; held: Qualification | undefined; words: string }[];
}

export function namedByProfiles(
  published: PublishedFrameworks,
  held: { framework: string; level: string } | null,
  entered: readonly Qualification[],
  today: string,
): NamedByProfile[] {
  const framework = published.find(held?.framework ?? '')?.framework;
  if (framework === undefined || held === null) return [];
  return framework.roleProfiles
    .filter(({ level, draft, qualifications }) => level === held.level && !draft && qualifications.length > 0)
    .map(({ id, title, qualifications }) => ({
      profile: title,
      address: `/frameworks/${encodeURIComponent(framework.id)}/roles/${encodeURIComponent(id)}`,
      qualifications: qualifications.map(({ name, url }) => {
        const own = holdsLongest(entered.filter((one) => isSameQualification(one.name, name)));
        const words = own === undefined ? 'not entered' : heldInWords(own, today);
        return { name: plainName(name), ...(url === undefined ? {} : { url }), held: own, words };
      }),
    }));
}
