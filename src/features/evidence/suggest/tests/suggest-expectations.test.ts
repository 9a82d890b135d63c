import { describe, expect, it } from 'vitest';
import { shippedFramework } from '../../../../../bench/suggest/labelled.ts';
import { buildSuggester, type Note } from '../suggester.ts';

const suggest = buildSuggester(shippedFramework());

const idsFor = (note: Note) => suggest(note).map(({ expectation }) => expectation.id);
const firstFor = (note: Note) => suggest(note)[0];

describe('suggesting what a note may speak to', () => {
  it('says because of which words of the note, to the letter', () => {
    const [first] = suggest({
      text: 'Held a Post-Incident  Review for Tuesday’s outage, nobody felt blamed.',
      level: 'senior-1',
    });
    expect(first?.expectation.id).toBe('incident-management.senior-1');
    expect(first?.because).toContain('Post-Incident  Review');
    expect(first?.because).toContain('outage');
  });

  it('knows what people in a hurry call a thing', () => {
    const text = 'RCA for the DNS blips. 5 whys, turns out to be the resolver timeout. No repeats since.';
    const [first] = suggest({ text, level: 'senior-1' });
    expect(first?.expectation.id).toBe('problems-and-improvement.senior-1');
    expect(first?.because).toEqual(['RCA', '5 whys']);
  });

  it('takes a ticket’s number for what it is a number of', () => {
    expect(firstFor({ text: 'CHG0031417 done', level: 'engineer' })).toMatchObject({
      expectation: { id: 'change-and-new-services.engineer' },
      because: ['CHG0031417'],
    });
  });

  it('takes a short form in capitals only as it is written', () => {
    expect(idsFor({ text: 'Was IC all night', level: 'senior-1' })).toContain('incident-management.senior-1');
    expect(idsFor({ text: 'ic all night', level: 'senior-1' })).toEqual([]);
  });

  it('looks at the level held first, then at the next one', () => {
    const text = 'Course on Kubernetes, exam passed.';
    expect(idsFor({ text, level: 'engineer' }).slice(0, 2)).toEqual([
      'learning-and-helping-others-grow.engineer',
      'learning-and-helping-others-grow.senior-1',
    ]);
  });

  it('looks at another level where the words clearly speak of it', () => {
    const text =
      'Took charge of a major incident across many teams and two suppliers, decided on incomplete facts.';
    expect(idsFor({ text, level: 'senior-1' })[0]).toBe('incident-management.senior-2');
  });

  it('names the numbered point that the words speak of', () => {
    const text = 'Phishing mail, reported it to infosec at once and changed my password.';
    expect(firstFor({ text, level: 'engineer' })).toMatchObject({
      expectation: { id: 'resilience-and-security.engineer' },
      point: 'resilience-and-security.engineer.2',
    });
  });

  it('names no point where the words speak of none', () => {
    expect(firstFor({ text: 'Held a post-incident review', level: 'senior-1' })).not.toHaveProperty('point');
  });

  it('offers five at most, and two of one competency at most', () => {
    const text =
      'P1 on SAP: ran the bridge, exec comms, rolled the change back, wrote the PIR and RCA, fixed the runbook, mentored Jo, chased the vendor, restored from backup, tuned alerts.';
    const found = suggest({ text, level: 'senior-1' });
    expect(found).toHaveLength(5);
    const most = Map.groupBy(found, ({ expectation }) => expectation.competency);
    for (const ofOne of most.values()) expect(ofOne.length).toBeLessThanOrEqual(2);
  });

  it('lets the chosen kind of work speak too, but never alone', () => {
    const text = 'Reseller meeting, went over the alerts they get.';
    const without = idsFor({ text, level: 'senior-1' });
    const chosen = idsFor({ text, level: 'senior-1', kind: 'vendor handled' });
    expect(without.indexOf('ownership-and-planning.senior-1')).toBeGreaterThan(0);
    expect(chosen[0]).toBe('ownership-and-planning.senior-1');
    expect(suggest({ text: 'Thursday', level: 'senior-1', kind: 'incident led' })).toEqual([]);
  });
});

describe('saying nothing rather than guessing', () => {
  it.each([
    '',
    '   \n ',
    'test',
    '42',
    'Busy day, lots on',
    'Holiday approved for Crete',
    'Train delayed 40 mins, in at 10',
    'Booked room 4 for Thursday with Dave',
    'New chair arrived, back feels better',
    '🙂',
  ])('of "%s"', (text) => {
    expect(suggest({ text, level: 'engineer' })).toEqual([]);
  });
});
