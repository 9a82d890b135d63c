/** The product's own text: labels, keys, columns and drawings, as they stand in its source. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');

/** Words that would mean that the software judges. `weight` and `weighting` are authors' own or say "none". */
export const JUDGING =
  /\b(scores?|scoring|percentages?|percentiles?|percent(?! sign)|ranks?|ranking|ratings?|rated|league|leaderboard|averages?|readiness|progress ?bar)\b/i;

/** What a page, mail or drawing would say of somebody that is no count of things that exist. */
export const JUDGED = [
  JUDGING,
  /\d ?%(?![\da-f]{2})/i,
  /<(meter|progress)\b/,
  /role="(meter|progressbar)"/,
  /\baria-valuenow\b/,
  /<input[^>]+type="range"/,
];

export interface Line {
  place: string;
  text: string;
}

/** Every line of views, domain, schemas and migrations, without comments: they may name what must not be. */
export function productText(): Line[] {
  const folders = ['src/domain', 'src/web', 'src/features', 'src/formats/schema', 'migrations', 'public'];
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(tsx?|sql|js|css)$/.test(file) && !file.includes('tests/'))
      .flatMap((file) => lines(join(folder, file))),
  );
}

/** A name as words: `readiness_score` and `evidenceScore` say what they say. */
export function inWords(text: string): string {
  return text.replace(/_/g, ' ').replace(/([a-z\d])([A-Z])/g, '$1 $2');
}

function lines(file: string): Line[] {
  const code = readFileSync(join(ROOT, file), 'utf8').replace(
    /\/\*[\s\S]*?\*\/|(^|\s)(--|\/\/).*$/gm,
    (comment) => comment.replace(/[^\n]/g, ' '),
  );
  return code.split('\n').map((text, index) => ({ place: `${file}:${index + 1}`, text: text.trim() }));
}
