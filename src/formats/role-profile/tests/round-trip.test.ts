import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { RoleProfile } from '../../../domain/framework.ts';
import { fixture, textFile } from '../../tests/files.ts';
import { anyText } from '../../tests/texts.ts';
import { content } from '../../write-holding.ts';
import { readRoleProfile, writeRoleProfile } from '../index.ts';

const anyProfile: fc.Arbitrary<RoleProfile> = fc.record(
  {
    id: anyText,
    title: anyText,
    aliases: fc.array(anyText, { maxLength: 3 }),
    introduction: anyText,
    purpose: anyText,
    responsibilities: fc.array(anyText, { maxLength: 3 }),
    skillsIntroduction: anyText,
    skills: fc.array(fc.record({ name: anyText, abilities: fc.array(anyText, { maxLength: 3 }) }), {
      maxLength: 3,
    }),
    qualifications: fc.array(fc.record({ name: anyText, url: anyText }, { requiredKeys: ['name'] }), {
      maxLength: 3,
    }),
    sections: fc.array(fc.record({ id: anyText, heading: anyText, body: anyText }), { maxLength: 3 }),
    draft: fc.boolean(),
    date: anyText,
    weight: fc.oneof(
      fc.integer(),
      fc.double({ noDefaultInfinity: true, noNaN: true }).map((n) => n + 0),
    ),
    level: anyText,
  },
  {
    requiredKeys: [
      'id',
      'title',
      'aliases',
      'responsibilities',
      'skills',
      'qualifications',
      'sections',
      'draft',
    ],
  },
);

const readBack = (text: string) =>
  readRoleProfile({ name: 'x.md', bytes: new Uint8Array(), digest: '', text });

it('a written role profile reads back to the letter, whatever it holds', () => {
  fc.assert(
    fc.property(anyProfile, (profile) => {
      const { profile: back, findings } = readBack(writeRoleProfile(profile));
      expect(findings).toEqual([]);
      expect(content(back)).toEqual(profile);
    }),
    { numRuns: 300 },
  );
}, 120_000);

it('a role profile in ordinary words is written as Markdown that people read, with nothing hidden away', () => {
  const { profile } = readRoleProfile(fixture(import.meta.url, 'harbour-master.md'));
  const text = writeRoleProfile(profile as RoleProfile);
  expect(text).toContain('\n## Purpose\n');
  expect(text).toContain('\n### Berths\n\n* Plan berths a week ahead\n');
  expect(text.split('---')[1]).not.toMatch(/^(?:introduction|purpose|skills|sections|responsibilities)/m);
  expect(content(readRoleProfile(textFile('y.md', text)).profile)).toEqual(content(profile));
});
