import { describe, expect, it } from 'vitest';
import { OPERATIONS_WORDS } from '../data/operations-words.ts';
import { Vocabulary } from '../vocabulary.ts';
import { stemOf, wordsOf } from '../words.ts';

const vocabulary = new Vocabulary(OPERATIONS_WORDS);

function spoken(text: string): string[] {
  return vocabulary.find(text, wordsOf(text)).map(({ start, end }) => text.slice(start, end));
}

describe('the words of the trade', () => {
  it('hold each phrase once, with something that it stands for', () => {
    const phrases = OPERATIONS_WORDS.map(({ phrase }) => phrase);
    expect(phrases.filter((phrase, index) => phrases.indexOf(phrase) !== index)).toEqual([]);
    expect(OPERATIONS_WORDS.filter(({ phrase, means }) => phrase === '' || means === '')).toEqual([]);
    expect(phrases.length).toBeGreaterThan(500);
  });

  it('are found each as it is written in the list', () => {
    for (const { phrase } of OPERATIONS_WORDS) expect(spoken(`so: ${phrase}`)).toEqual([phrase]);
  });

  it('are found with a hyphen, in any case, the longest first', () => {
    expect(spoken('Root-Cause of the Major Incident manager rota')).toEqual([
      'Root-Cause',
      'Major Incident manager',
    ]);
  });

  it('end with the sentence', () => {
    expect(spoken('That was the root. Cause unknown.')).toEqual([]);
  });
});

describe('a stem', () => {
  it.each([
    ['outages', 'outage'],
    ['recovery', 'recovered'],
    ['escalation', 'escalated'],
    ['mentoring', 'mentors'],
    ['led', 'leading'],
    ['organised', 'organizes'],
    ['improvements', 'improved'],
    ['planned', 'plan'],
    ['suppliers', 'supplier'],
  ])('is the same for %s and %s', (one, other) => {
    expect(stemOf(one)).toBe(stemOf(other));
  });

  it.each([
    ['access', 'acces'],
    ['status', 'statu'],
    ['analysis', 'analysi'],
    ['alert', 'alter'],
  ])('is not the same for %s and %s', (one, other) => {
    expect(stemOf(one)).not.toBe(stemOf(other));
  });
});
