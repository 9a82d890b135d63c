import { describe, expect, it } from 'vitest';
import type { Guide } from '../../../domain/framework.ts';
import { fixture, textFile } from '../../tests/files.ts';
import { faqText } from '../index.ts';

const read = (text: string): Guide => faqText.read([textFile('faq.txt', text)]).guides[0] as Guide;
const ours = (): Guide => faqText.read([fixture(import.meta.url, 'faq.txt')]).guides[0] as Guide;

describe('an FAQ', () => {
  it('is recognised by its title and a question, not by its name', () => {
    expect(faqText.recognises(fixture(import.meta.url, 'faq.txt'))).toBe(true);
    expect(faqText.recognises(textFile('faq.txt', 'FAQ\n\nThere is nothing to ask.'))).toBe(false);
    expect(faqText.recognises(textFile('faq.txt', 'Where is it?\n\nHere.'))).toBe(false);
    expect(
      faqText.recognises(textFile('x.txt', 'Frequently Asked Questions\r\n\r\nWhere?\r\n\r\nHere.')),
    ).toBe(true);
  });

  it('becomes a guide with a section for each question, answers to the letter', () => {
    const guide = ours();
    expect(guide).toMatchObject({ id: 'faq', title: 'FAQ', kind: 'faq', textFormat: 'plain' });
    expect(guide.sections.map(({ heading }) => heading)).toEqual([
      'What is the Port Services competency framework for?',
      'Can I grow without leading a crew?',
      'Do lower grades still count?',
      'Must I tick off each example?',
      'Whom is it meant for?',
      'Do some things count for more?',
      'When does one move up?',
      'Who looks after the list?',
    ]);
    expect(guide.sections[1]?.body).toBe(
      'We have no separate specialist track. One set of competencies serves all.\n\nSeniority shows in what others learn from you. You can do that in these ways:\n\nWhoever stays on deck shows it differently.',
    );
    expect(guide.sections[2]?.origin).toEqual({ file: 'faq.txt', line: 17 });
    expect(guide.sourceStatus).toMatchObject([{ status: 'beta', origin: { line: 1 } }]);
    expect(guide.speaksOf).toBe('Port Services');
    expect(guide.introduction).toBeUndefined();
  });

  it('proposes policy, each value with the sentence it rests on', () => {
    expect(ours().proposals.map(({ key, value, quote }) => [key, value, quote])).toEqual([
      ['individualContributorRoute', 'none', 'We have no separate specialist track.'],
      [
        'earlierLevels',
        'assumed',
        'We take it that what the lower grades ask is met, so nothing is written twice.',
      ],
      [
        'examples',
        'illustrative',
        'The examples only illustrate, and you may show a competency in your own way.',
      ],
      [
        'appliesTo',
        'Everybody who reports to the harbour master',
        'Everybody who reports to the harbour master is expected to use this framework.',
      ],
      ['exempt', 'unknown', 'Some crews are exempt because their work differs.'],
      ['voluntaryUse', true, 'Pilots from other ports are welcome to use it.'],
      ['weighting', 'none', 'No competency counts more than another.'],
      ['promotionRounds', 'every spring and autumn', 'Promotions are decided every spring and autumn.'],
      [
        'steward',
        'Port Competency Crew',
        'Ask the Port Competency Crew, or the board in the mess for names.',
      ],
    ]);
  });

  it('names the lists that lost their items, the guide it refers to once, and the level nothing else names', () => {
    expect(ours().gaps.map(({ kind, quote }) => [kind, quote])).toEqual([
      ['missing guide', 'More in the “how to use the list” guide.'],
      ['empty list', 'You can do that in these ways:'],
      ['missing level', expect.stringContaining('“Boy to Deckhand”')],
      ['empty list', 'Crews left out:'],
    ]);
  });

  it('that says nothing about policy proposes none and has no gaps', () => {
    const guide = read('FAQ\n\nWhere do I find the tea?\n\nIn the mess.\n\nAnd the sugar?\n\nBeside it.');
    expect(guide).toMatchObject({ proposals: [], gaps: [], sourceStatus: [] });
    expect(guide.speaksOf).toBeUndefined();
  });

  it('keeps what stands between title and first question as its introduction', () => {
    expect(read('FAQ\n\nWritten by the crew.\n\nWhere?\n\nHere.').introduction).toBe('Written by the crew.');
  });
});

describe('policy in other words', () => {
  const proposed = (answer: string, question = 'Really?') =>
    read(`FAQ\n\n${question}\n\n${answer}`).proposals.map(({ key, value }) => [key, value]);

  it.each([
    ['You need to bring evidence for previous levels too.', ['earlierLevels', 'evidenced']],
    ['Earlier levels are not considered.', ['earlierLevels', 'not considered']],
    ['There is a separate individual contributor track.', ['individualContributorRoute', 'separate']],
    ['You do not have to meet every competency.', ['everyCompetencyRequired', false]],
    ['Every competency is required.', ['everyCompetencyRequired', true]],
    ['The framework applies to all mates.', ['appliesTo', 'all mates']],
    ['Nobody is exempt.', ['exempt', []]],
    ['Guests must not use it.', ['voluntaryUse', false]],
    ['The list is maintained by the pier guild.', ['steward', 'pier guild']],
  ])('%s', (sentence, proposal) => {
    expect(proposed(sentence)).toEqual([proposal]);
  });

  it('names exempt teams where the list has its items', () => {
    expect(proposed('Some crews are exempt.\n\nExempt crews are:\n\n• Pilots\n• Cooks')).toEqual([
      ['exempt', ['Pilots', 'Cooks']],
    ]);
  });

  it('proposes both where two sentences disagree', () => {
    expect(proposed('You need evidence for earlier levels.\n\nWe assume the earlier levels.')).toEqual([
      ['earlierLevels', 'evidenced'],
      ['earlierLevels', 'assumed'],
    ]);
  });
});
