import { describe, expect, it } from 'vitest';
import type { RoleProfile } from '../../../domain/framework.ts';
import { fixture, textFile } from '../../tests/files.ts';
import { readRoleProfile, roleProfile } from '../index.ts';

const read = (name: string): RoleProfile =>
  readRoleProfile(fixture(import.meta.url, name)).profile as RoleProfile;
const readText = (text: string) => readRoleProfile(textFile('post.md', text));

describe('a role profile with a table that only just survived', () => {
  const profile = () => read('harbour-master.md');

  it('is recognised and read without a finding', () => {
    expect(roleProfile.recognises(fixture(import.meta.url, 'harbour-master.md'))).toBe(true);
    expect(readRoleProfile(fixture(import.meta.url, 'harbour-master.md')).findings).toEqual([]);
  });

  it('keeps its front matter and the titles that its first sentence names', () => {
    expect(profile()).toMatchObject({
      id: 'harbour-master',
      title: 'Role profile: Harbour Master',
      date: '2024-02-03T00:00:00+01:00',
      draft: true,
      weight: 2,
      aliases: ['Harbour Master', 'Port Captain', 'Head of Piers', 'Dock Superintendent'],
    });
    expect(profile().introduction?.endsWith('Superintendent.\u00a0')).toBe(true);
  });

  it('has a purpose, responsibilities and the sentences that introduce its skills', () => {
    expect(profile().purpose).toBe(
      'You keep the port open & safe. Boats’ crews rely on you.\n\nYou answer to the town.',
    );
    expect(profile().responsibilities).toEqual([
      'Decide when the port closes (e.g. storms)',
      'Keep the  piers in repair',
      'Speak for the port.',
    ]);
    expect(profile().skillsIntroduction).toBe('You have been at sea for years.\n\nWhat you need is this:');
  });

  it('has skills with their abilities, pipes and asterisks gone as layout', () => {
    expect(profile().skills).toEqual([
      {
        name: 'Berths',
        abilities: ['Plan berths a week ahead', 'Settle quarrels /disputes about berths.'],
        origin: { file: 'harbour-master.md', line: 43 },
      },
      {
        name: 'Weather and Tides',
        abilities: ['Read the sky', 'Explain a closure to skippers'],
        origin: { file: 'harbour-master.md', line: 53 },
      },
    ]);
    expect(profile().sections).toEqual([]);
  });

  it('has qualifications with links, a raised mark shown as the mark', () => {
    expect(profile().qualifications).toEqual([
      { name: 'Captain® 2: Coasts', url: 'https://example.org/captain/coasts' },
      { name: 'First aid' },
    ]);
  });
});

describe('a role profile of plain headings', () => {
  it('groups skills by their headings and keeps every other section', () => {
    const profile = read('ferry-hand.md');
    expect(profile).toMatchObject({
      id: 'senior-ferry-hand',
      title: 'Senior Ferry Hand',
      aliases: [],
      introduction: 'Takes people across, whatever the weather.',
      purpose: 'As a Senior Ferry Hand you work on both ferries. \n\nYou teach the new ones.',
      skillsIntroduction: 'What follows is what we talk about when we meet.',
      draft: false,
    });
    expect(profile.skills.map(({ name, abilities }) => [name, abilities])).toEqual([
      ['Must have', ['Two winters at sea ', 'A licence for small boats']],
      ['Nice to have', ['A second language']],
      ['On board', ['Counting heads\n  * twice at night', 'Keeping the deck clear']],
    ]);
    expect(profile.sections.map(({ heading, body }) => [heading, body])).toEqual([
      ['Responsibilities and competencies', 'Nobody has all of these on the first day.'],
      ['Pay and place', 'Both ferries leave from the old pier.\n\n### Shifts\nEarly and late.'],
    ]);
  });

  it('takes other titles only from a sentence that says so', () => {
    const aliases = (text: string) => readText(`${text}\n\n## Purpose\n\nCook.`).profile?.aliases;
    expect(aliases('The cook is also known as Baker, Chef or Head of Pans.')).toEqual([
      'Baker',
      'Chef',
      'Head of Pans',
    ]);
    expect(aliases('You work with the Baker, the Chef or the Head of Pans.')).toEqual([]);
    expect(aliases('This profile describes the joy of a kitchen, and of bread or soup.')).toEqual([]);
  });
});

describe('front matter that is not quite right', () => {
  it('names line and column and leaves the body readable', () => {
    const { profile, findings } = readText('---\ntitle: Cook\ndraft: [yes\n---\n\n## Purpose\n\nTo cook.');
    expect(profile?.purpose).toBe('To cook.');
    expect(findings).toMatchObject([
      { rule: 'unreadable', severity: 'error', file: 'post.md', line: 3, column: 12 },
    ]);
  });

  it('reports a value of the wrong type and a key that has no place', () => {
    const { profile, findings } = readText('---\ntitle: Cook\ndraft: perhaps\nlayout: wide\n---\n\nHello.');
    expect(profile).toMatchObject({ title: 'Cook', draft: false });
    expect(findings.map(({ severity, line, quote }) => [severity, line, quote])).toEqual([
      ['warning', 3, 'draft: perhaps'],
      ['note', 4, 'layout: wide'],
    ]);
  });

  it('may be without end, doubled, multiplying or deep: each is a finding', () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      'b: &b [*a,*a,*a,*a,*a,*a,*a,*a]',
      'c: [*b,*b,*b,*b,*b,*b,*b,*b]',
    ];
    const texts = [
      '---\ntitle: Cook\n\n## Purpose\n\nTo cook.',
      '---\ntitle: Cook\ntitle: Baker\n---\n',
      `---\n${bomb.join('\n')}\n---\n`,
      `---\ntitle: ${'['.repeat(100_000)}\n---\n`,
      '---\n- a list\n---\n',
    ];
    for (const text of texts) {
      expect(readText(text).findings).toContainEqual(
        expect.objectContaining({ rule: 'unreadable', severity: 'error' }),
      );
    }
  });
});

it('role profiles of one import have ids of their own', () => {
  const file = fixture(import.meta.url, 'ferry-hand.md');
  expect(roleProfile.read([file, file]).roleProfiles.map(({ id }) => id)).toEqual([
    'senior-ferry-hand',
    'senior-ferry-hand-2',
  ]);
});

it('other Markdown is no role profile', () => {
  const notes = '# How we work\n\n## Meetings\n\nOn Mondays.\n\n## Skills\n\nMany.';
  expect(roleProfile.recognises(textFile('notes.md', notes))).toBe(false);
});
