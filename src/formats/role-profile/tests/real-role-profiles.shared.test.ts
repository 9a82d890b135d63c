import { describe, expect, it } from 'vitest';
import type { RoleProfile } from '../../../domain/framework.ts';
import { sharedExists, sharedFile, textFile, warnIfSkipped } from '../../tests/files.ts';
import { content } from '../../write-holding.ts';
import { readRoleProfile, roleProfile, writeRoleProfile } from '../index.ts';

warnIfSkipped('real role profiles');

const MANAGER = 'seeds/004_8ddf90c3ac373d6e.txt';
const HEAD = 'frameworks/madetech/head_of_managed_services.md';
const SUPPORT = 'frameworks/madetech/senior_application_support_engineer.md';

describe.skipIf(!sharedExists)('the real role profiles', () => {
  const read = (path: string): RoleProfile => readRoleProfile(sharedFile(path)).profile as RoleProfile;

  it('are recognised, read without a finding, and written without loss', () => {
    for (const path of [MANAGER, HEAD, SUPPORT]) {
      expect(roleProfile.recognises(sharedFile(path))).toBe(true);
      expect(readRoleProfile(sharedFile(path)).findings).toEqual([]);
      const back = readRoleProfile(textFile('back.md', writeRoleProfile(read(path)))).profile;
      expect(content(back)).toEqual(content(read(path)));
    }
  });

  it('keep the manager’s to the letter', () => {
    const profile = read(MANAGER);
    expect(profile).toMatchObject({
      title: 'Role profile: IT Operations Manager',
      draft: true,
      weight: 1,
      date: '2023-10-21T00:00:00-06:00',
    });
    expect(profile.aliases).toEqual([
      'IT Operations Manager',
      'IT Service Manager',
      'Head of Technical Operations',
      'Supervisory IT Specialist',
      'IT Manager',
      'Service Delivery Manager',
    ]);
    expect(profile.purpose?.split('\n\n')).toHaveLength(3);
    expect(profile.responsibilities).toHaveLength(7);
    expect(profile.skillsIntroduction).toContain('Key skills you need');
    expect(profile.skills.map(({ abilities }) => abilities.length)).toEqual([4, 5, 6, 4, 4, 5]);
    expect(profile.skills.flatMap(({ name, abilities }) => [name, ...abilities]).join()).not.toMatch(/[*|#]/);
    expect(profile.qualifications.map(({ name }) => name.slice(0, 9))).toEqual([
      'ITIL® 4: ',
      'ITIL® 4: ',
      'ITIL® 4: ',
    ]);
    expect(
      profile.qualifications.every(({ url }) => url?.startsWith('https://www.axelos.com/') === true),
    ).toBe(true);
    expect(profile.sections).toEqual([]);
  });

  it('read the other publisher’s by their headings', () => {
    const head = read(HEAD);
    expect(head).toMatchObject({ title: 'Head of Managed Services', aliases: [], draft: false });
    expect(head.responsibilities).toHaveLength(9);
    expect(head.skills.map(({ name, abilities }) => [name, abilities.length])).toEqual([
      ['Client  Advisory', 2],
      ['Practice vision', 4],
      ['Routine growth', 4],
      ['People and partnerships', 4],
    ]);
    expect(head.sections.map(({ heading }) => heading)).toEqual([
      'Work perks and benefits',
      'Salary and location',
    ]);
    const support = read(SUPPORT);
    expect(support.skills.map(({ name, abilities }) => [name.split(' ')[0], abilities.length])).toEqual([
      ['Must', 5],
      ['Nice', 6],
      ['Incident', 6],
      ['Service', 10],
      ['Application', 7],
      ['Service', 4],
      ['Learning', 4],
    ]);
    expect(support.sections).toHaveLength(3);
  });
});
