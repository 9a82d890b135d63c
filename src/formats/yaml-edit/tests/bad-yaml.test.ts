import { describe, expect, it } from 'vitest';
import { textFile } from '../../tests/files.ts';
import { YamlSource } from '../source.ts';

const letters = [...'abcdefghij'];
const bomb = letters.map((name, index) => {
  const inner = index === 0 ? 'x' : `*${letters[index - 1]}`;
  return `${name}: &${name} [${Array(9).fill(inner).join(', ')}]`;
});
const many = 100_000;

describe('a file that is made to do harm', () => {
  it.each<[string, string, RegExp]>([
    ['opening brackets', '['.repeat(many), /nested/],
    ['balanced brackets', '['.repeat(many) + ']'.repeat(many), /nested/],
    ['braces', '{a: '.repeat(many), /nested/],
    ['dashes', '- '.repeat(many), /nested/],
    ['question marks', '? '.repeat(many), /nested/],
    ['a bomb of aliases', bomb.join('\n'), /repeats itself too often/],
    ['an alias of itself', 'a: &a [*a]', /not followed/],
    ['commas', `[${','.repeat(many)}`, /not valid YAML/],
    ['mistakes on one line', '[]]'.repeat(20_000), /not valid YAML/],
    ['one key again and again', 'a: 1\n'.repeat(20_000), /given twice/],
    ['tags', '!x '.repeat(many), /not valid YAML/],
    ['documents', '---\n'.repeat(20_000), /second YAML document/],
  ])('is refused with a finding, in bounded time: %s', (_, text, message) => {
    const { findings } = new YamlSource(textFile('bad.yaml', text));
    expect(findings.map((finding) => finding.message).join('\n')).toMatch(message);
  });

  it('follows a few aliases and takes merge keys for ordinary ones', () => {
    const source = new YamlSource(textFile('a.yaml', 'a: &a {b: c}\nd: *a\ne:\n  <<: *a\n'));
    expect(JSON.parse(JSON.stringify(source.data))).toEqual({
      a: { b: 'c' },
      d: { b: 'c' },
      e: { '<<': { b: 'c' } },
    });
    expect(source.findings).toEqual([]);
  });

  it('does not touch the prototype of anything', () => {
    const source = new YamlSource(textFile('a.yaml', '__proto__: {polluted: yes}\nconstructor: {a: b}\n'));
    expect(Object.keys(source.data as object)).toEqual(['__proto__', 'constructor']);
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
  });
});
