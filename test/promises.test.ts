/** The rules of the product, each as a test of its name, as far as what exists today can break them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');

/** Words that would mean that the software judges. `weight` and `weighting` are authors' own or say "none". */
const JUDGING =
  /\b(scores?|scoring|percentages?|percent(?! sign)|ranks?|ranking|league|leaderboard|averages?|readiness|progress ?bar)\b/i;

describe('1. It informs a conversation; it never decides', () => {
  it('has no score, percentage, rank or average among labels, keys and columns', () => {
    const wrong = productText().filter(({ text }) => JUDGING.test(text));
    expect(wrong).toEqual([]);
  });

  it('recognises a judging word where one stands', () => {
    expect('readiness: number').toMatch(JUDGING);
    expect('<th>Average</th>').toMatch(JUDGING);
  });

  it('draws no meter and no progress element', () => {
    const wrong = productText().filter(({ text }) => /<(meter|progress)\b/.test(text));
    expect(wrong).toEqual([]);
  });
});

interface Line {
  place: string;
  text: string;
}

/** Every line of views, domain, schemas and migrations, without comments: they may name what must not be. */
function productText(): Line[] {
  const folders = ['src/domain', 'src/web', 'src/features', 'src/formats/schema', 'migrations', 'public'];
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(tsx?|sql|js|css)$/.test(file) && !file.includes('tests/'))
      .flatMap((file) => lines(join(folder, file))),
  );
}

function lines(file: string): Line[] {
  const code = readFileSync(join(ROOT, file), 'utf8').replace(
    /\/\*[\s\S]*?\*\/|(^|\s)(--|\/\/).*$/gm,
    (comment) => comment.replace(/[^\n]/g, ' '),
  );
  return code.split('\n').map((text, index) => ({ place: `${file}:${index + 1}`, text: text.trim() }));
}
