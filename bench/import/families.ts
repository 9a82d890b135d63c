/** Made-up job families of any size: the shape and amount of text of real ones, in words of our own. */

const VERBS = 'Keeps Checks Restores Records Plans Reviews Explains Follows Improves Watches'.split(' ');
const THINGS =
  'harbour lights,mooring sensors,tide tables,crane controls,ferry timetables,radio masts,pump rooms,dock gates'.split(
    ',',
  );
const WAYS =
  'before the tide turns,with the next watch,by the agreed plan,without being asked,and writes down what changed,and tells the people it touches'.split(
    ',',
  );
const THEMES = ['technical', 'communication', 'delivery', 'leadership'];
const LEVELS = ['hand', 'mate', 'pilot', 'captain', 'warden'];

/** Numbers that look random and are the same on every run. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A job family as YAML, with so many entries. */
export function familyOf(entries: number, seed: number): string {
  const below = numbersFrom(seed);
  const pick = (words: readonly string[]) => words[below(words.length)] ?? '';
  const sentence = () => `${pick(VERBS)} ${pick(THINGS)} on quay ${below(entries * 3)} ${pick(WAYS)}`;
  const lines = [
    `name: Harbour ${seed}`,
    'summary: Competencies for people who keep a harbour open.',
    `googleSheetId: sheet-${seed}`,
    'levels:',
    ...LEVELS.flatMap((id) => [`  - id: ${id}`, `    name: Harbour ${id}`]),
    'themes:',
    ...THEMES.flatMap((id) => [`  - id: ${id}`, `    name: ${id[0]?.toUpperCase()}${id.slice(1)}`]),
    'competencies:',
  ];
  for (let entry = 0; entry < entries; entry += 1) {
    const id = `${seed.toString(16).padStart(8, '0')}-0000-4000-8000-${entry.toString(16).padStart(12, '0')}`;
    lines.push(
      `  - id: ${id}`,
      `    summary: ${sentence()}`,
      '    examples:',
      `      - ${sentence()}`,
      `      - ${sentence()}`,
      '    supportingUrls: []',
      `    level: ${LEVELS[entry % LEVELS.length]}`,
      `    theme: ${pick(THEMES)}`,
      '    proficiency: Working knowledge',
    );
  }
  return `${lines.join('\n')}\n`;
}
