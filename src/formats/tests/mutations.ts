import type { TextFile } from '../format.ts';
import { textFile } from './files.ts';

const SPLINTERS = [
  '\t',
  '[',
  '{',
  '}',
  '"',
  "'",
  ': ',
  '- ',
  '&a ',
  '*a',
  '|',
  '>',
  '#',
  '\n',
  '\r\n',
  '!',
  '%',
  '---\n',
  '\u2028',
  '👩‍🚀',
  '  ',
];

/** Damaged copies of a file: lines lost, doubled, swapped or cut, characters put in. The same ones on every run. */
export function mutations(file: TextFile, count: number): TextFile[] {
  let state = 20_261_122;
  const random = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  return Array.from({ length: count }, (_, nth) => {
    const lines = file.text.split('\n');
    for (let times = 0; times <= nth % 3; times += 1) damage(lines, random);
    return textFile(`damaged-${nth}-${file.name}`, lines.join('\n'));
  });
}

function damage(lines: string[], random: (below: number) => number): void {
  const at = random(lines.length);
  const line = lines[at] ?? '';
  const column = random(line.length + 1);
  switch (random(6)) {
    case 0:
      lines.splice(at, 1 + random(3));
      break;
    case 1:
      lines.splice(at, 0, line);
      break;
    case 2:
      lines[at] = lines[at + 1] ?? '';
      lines[at + 1] = line;
      break;
    case 3:
      lines[at] = line.slice(0, column);
      break;
    case 4:
      lines.length = at + 1;
      break;
    default:
      lines[at] = line.slice(0, column) + (SPLINTERS[random(SPLINTERS.length)] ?? '') + line.slice(column);
  }
}
