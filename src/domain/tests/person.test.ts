import { describe, expect, it } from 'vitest';
import { readDetail, readDetails } from '../person.ts';

const ROSA = {
  name: 'Rosa Lindqvist',
  email: 'rosa@harbour.example',
  staffNumber: '',
  pronouns: '',
  site: '',
  timeZone: '',
  joinedOn: '',
};

describe('What is entered of a person', () => {
  it('is kept without the spaces around it; an empty field means none', () => {
    expect(readDetails({ ...ROSA, name: '  Rosa Lindqvist ', email: ' Rosa@Harbour.example' })).toEqual({
      details: {
        name: 'Rosa Lindqvist',
        email: 'rosa@harbour.example',
        staffNumber: null,
        pronouns: null,
        site: null,
        timeZone: null,
        joinedOn: null,
      },
    });
  });

  it('needs a name, and an address or a number that is nobody else’s', () => {
    expect(readDetails({ ...ROSA, name: ' ' })).toEqual({
      problems: [{ key: 'name', message: 'Write the name' }],
    });
    expect(readDetails({ ...ROSA, email: '' })).toMatchObject({ problems: [{ key: 'email' }] });
    expect(readDetails({ ...ROSA, email: '', staffNumber: '0042' })).toHaveProperty('details');
  });

  it.each([
    ['email', 'rosa', 'Write an e-mail address'],
    ['email', 'Rosa <rosa@harbour.example>', 'Write an e-mail address'],
    ['timeZone', '+01:00', 'Write a time zone by its place'],
    ['timeZone', 'Europe/Leith', 'Write a time zone by its place'],
    ['joinedOn', '4.3.2026', 'Write a day'],
    ['joinedOn', '2026-02-30', 'Write a day'],
    ['name', 'Rosa\nLindqvist', 'Write it on one line'],
    ['pronouns', 'x'.repeat(61), 'Shorten it to 60 characters'],
  ] as const)('refuses %s %j', (key, typed, problem) => {
    expect(readDetail(key, typed)).toEqual({ problem: expect.stringContaining(problem) });
  });

  it('writes a time zone as the list of them does', () => {
    expect(readDetail('timeZone', 'europe/london')).toEqual({ value: 'Europe/London' });
    expect(readDetail('timeZone', 'UTC')).toEqual({ value: 'UTC' });
  });
});
