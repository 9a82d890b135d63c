import { type Format, nothingRead } from '../format.ts';
import { splitFrontMatter } from '../front-matter.ts';
import { IdMint } from '../ids.ts';
import { partsIn } from './body.ts';
import { readRoleProfile } from './read.ts';

export { readRoleProfile } from './read.ts';
export { writeRoleProfile } from './write.ts';

/** A role profile in Markdown: purpose, responsibilities, skills, qualifications under headings that say so. */
export const roleProfile: Format = {
  id: 'role-profile',
  label: 'role profile in Markdown',
  recognises(file) {
    if (/\.(?:ya?ml|json|csv|html?)$/i.test(file.name)) return false;
    const { values, body } = splitFrontMatter(file);
    const parts = partsIn(body);
    return (
      parts >= 2 ||
      (parts === 1 && /\b(?:role|job) (?:profile|description)\b/i.test(String(values.get('title'))))
    );
  },
  read(files) {
    const ids = new IdMint();
    const read = files.map(readRoleProfile);
    return {
      ...nothingRead(),
      roleProfiles: read.flatMap(({ profile }) =>
        profile === undefined ? [] : [{ ...profile, id: ids.mint(profile.id, 'role') }],
      ),
      findings: read.flatMap(({ findings }) => findings),
    };
  },
};
