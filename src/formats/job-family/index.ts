import type { Format, TextFile } from '../format.ts';
import { joinResults, nothingRead } from '../format.ts';
import { readJobFamily } from './read.ts';

export { writeJobFamily } from './write.ts';

/** Top-level keys of the format. Two of them make a file a job family. */
const KEYS = /^["']?(competencies|levels|themes|googleSheetId|isLegacy)["']?[ \t]*:/gm;

/** One job family as a YAML file with levels, themes and a flat list of competencies. */
export const jobFamily: Format = {
  id: 'job-family',
  label: 'job family (YAML)',
  recognises,
  read(files) {
    return joinResults(
      files.map((file) => {
        const { framework, findings } = readJobFamily(file);
        return { ...nothingRead(), frameworks: framework === undefined ? [] : [framework], findings };
      }),
    );
  },
};

function recognises({ name, text }: TextFile): boolean {
  if (!/\.ya?ml$/i.test(name)) return false;
  const keys = new Set([...text.matchAll(KEYS)].map((match) => match[1]));
  const ownFolder = /(?:^|\/)framework\.ya?ml$/i.test(name) && !keys.has('competencies');
  return keys.size >= 2 && !ownFolder;
}
