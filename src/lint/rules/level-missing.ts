import { quoted } from '../../domain/finding.ts';
import type { Framework, Level } from '../../domain/framework.ts';
import { groupedBy } from '../entries.ts';
import { findingAt, type Rule, wholeFramework } from '../rule.ts';

export const levelMissing: Rule = {
  id: 'level-missing',
  severity: 'warning',
  about:
    'The names of the levels count, and a number is left out (a “2” without a “1”), or the source itself names a level that it leaves out: people at that level find nothing.',
  check: (framework) => {
    const silent = framework.gaps.filter(({ kind }) => kind === 'missing level');
    const told = silent.map(({ quote, explanation, origin }) =>
      findingAt(
        levelMissing,
        { ...wholeFramework(framework), ...(origin === undefined ? {} : { origin }) },
        {
          quote: quoted(quote),
          message: explanation,
          remedy: 'Add the level, or accept this finding and say why it is left out.',
        },
      ),
    );
    const explained = silent.map(({ quote, explanation }) => `${quote} ${explanation}`).join('\n');
    const counted = skippedNumbers(framework).filter(({ name }) => !explained.includes(name));
    return [
      ...told,
      ...counted.map(({ name, beside }) =>
        findingAt(levelMissing, beside, {
          quote: quoted(beside.name),
          message: `There is a level “${beside.name}” but no “${name}”: people at that level, and those who grow towards it, find nothing.`,
          remedy: `Import or write “${name}”, or accept this finding if the level does not exist.`,
        }),
      ),
    ];
  },
};

interface Skipped {
  /** What the missing level would be called. */
  name: string;
  beside: Level;
}

/** Highest number in a level's name that counts levels; beyond it a number is a year or a code. */
const HIGHEST = 20;

function skippedNumbers({ levels }: Framework): Skipped[] {
  const names = new Set(
    levels.flatMap(({ name, aliases }) => [name, ...aliases]).map((name) => name.trim().toLowerCase()),
  );
  const numbered = levels.flatMap((level) => {
    const match = /^(.*?\S)\s+(\d{1,2})(?:\s*\(.*\))?$/.exec(level.name.trim());
    const number = Number(match?.[2]);
    return match?.[1] !== undefined && number >= 1 && number <= HIGHEST
      ? [{ level, stem: match[1], number }]
      : [];
  });
  return [...groupedBy(numbered, ({ stem }) => stem.toLowerCase())].flatMap(([stem, group]) => {
    const present = new Set(group.map(({ number }) => number));
    const lowest = Math.min(...present);
    // A "Grade 7" above "Grade 6" says nothing of a Grade 1, but a "2" on its own promises a "1".
    const from = lowest === 2 && !names.has(stem) ? 1 : lowest;
    return Array.from({ length: Math.max(...present) - from }, (_, index) => from + index)
      .filter((number) => !present.has(number) && !names.has(`${stem} ${number}`))
      .flatMap((number) => {
        const beside = group.find((other) => other.number > number);
        return beside === undefined ? [] : [{ name: `${beside.stem} ${number}`, beside: beside.level }];
      });
  });
}
