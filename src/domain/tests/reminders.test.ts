import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_PREFERENCE, isQuiet, type Matter, remindersToSend } from '../reminders.ts';

/** A Monday, ten o'clock in London. */
const MONDAY = new Date('2026-03-09T10:00:00Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const later = (milliseconds: number, from = MONDAY) => new Date(from.getTime() + milliseconds);

function matter(more: Partial<Matter> = {}): Matter {
  return {
    ...DEFAULT_PREFERENCE,
    person: 'rosa',
    address: 'rosa@harbour.example',
    timeZone: 'Europe/London',
    kind: 'action',
    subject: 'runbook',
    dueOn: '2026-03-10',
    sentAt: null,
    lastMondayAt: null,
    lastMailAt: null,
    ...more,
  };
}

const sent = (matters: readonly Matter[], now: Date) =>
  remindersToSend(matters, now).map(({ monday, due, overdue, ending, talks }) => ({
    ...(monday ? { monday } : {}),
    ...(due.length > 0 ? { due } : {}),
    ...(overdue.length > 0 ? { overdue } : {}),
    ...(ending.length > 0 ? { ending } : {}),
    ...(talks.length > 0 ? { talks } : {}),
  }));

describe('an action', () => {
  test('is spoken of two days ahead, and for four weeks after it was due', () => {
    const on = (dueOn: string) => sent([matter({ dueOn })], MONDAY);
    expect(on('2026-03-12')).toEqual([]);
    expect(on('2026-03-11')).toEqual([{ due: ['runbook'] }]);
    expect(on('2026-03-08')).toEqual([{ overdue: ['runbook'] }]);
    expect(on('2026-02-09')).toEqual([{ overdue: ['runbook'] }]);
    expect(on('2026-02-08')).toEqual([]);
  });

  test('is spoken of once a week at the most', () => {
    const lastHeard = (time: number) =>
      sent([matter({ sentAt: later(-time), lastMailAt: later(-time) })], MONDAY);
    expect(lastHeard(6 * DAY)).toEqual([]);
    expect(lastHeard(7 * DAY)).toEqual([{ due: ['runbook'] }]);
  });
});

describe('the mail of a Monday', () => {
  const wanted = (more: Partial<Matter> = {}) => matter({ mondayMail: true, ...more });

  test('counts what is due this week and what is overdue, however long', () => {
    const matters = [
      wanted({ subject: 'sunday', dueOn: '2026-03-15' }),
      wanted({ subject: 'next week', dueOn: '2026-03-16' }),
      wanted({ subject: 'old', dueOn: '2025-01-01' }),
    ];
    expect(sent(matters, MONDAY)).toEqual([{ monday: true, due: ['sunday'], overdue: ['old'] }]);
  });

  test('comes on Mondays from seven, when quiet hours are over, in the person’s own time', () => {
    const at = (instant: string, more: Partial<Matter> = {}) =>
      sent([wanted(more)], new Date(instant)).length;
    expect(at('2026-03-09T06:59:00Z', { quietFrom: 0, quietUntil: 0 })).toBe(0);
    expect(at('2026-03-09T07:00:00Z', { quietFrom: 0, quietUntil: 0 })).toBe(1);
    expect(at('2026-03-09T07:30:00Z')).toBe(0);
    expect(at('2026-03-09T08:00:00Z')).toBe(1);
    expect(at('2026-03-10T10:00:00Z')).toBe(0);
    // Already Monday in Auckland.
    expect(at('2026-03-08T20:00:00Z', { timeZone: 'Pacific/Auckland' })).toBe(1);
    expect(at('2026-03-09T20:00:00Z', { timeZone: 'Pacific/Auckland' })).toBe(0);
  });

  test('comes once a Monday, and is the only one about actions', () => {
    expect(sent([wanted({ lastMondayAt: later(-3 * HOUR), lastMailAt: later(-3 * HOUR) })], MONDAY)).toEqual(
      [],
    );
    expect(sent([wanted()], later(2 * DAY))).toEqual([]);
  });
});

describe('a qualification', () => {
  const ends = (dueOn: string, sentAt: string | null = null) =>
    sent(
      [matter({ kind: 'qualification', dueOn, sentAt: sentAt === null ? null : new Date(sentAt) })],
      MONDAY,
    );

  test('is warned of 90 and 30 days ahead, once each', () => {
    expect(ends('2026-06-08')).toEqual([]);
    expect(ends('2026-06-07')).toEqual([{ ending: ['runbook'] }]);
    expect(ends('2026-06-01', '2026-03-04T10:00:00Z')).toEqual([]);
    expect(ends('2026-04-08', '2026-01-09T10:00:00Z')).toEqual([{ ending: ['runbook'] }]);
    expect(ends('2026-04-06', '2026-03-07T10:00:00Z')).toEqual([]);
    expect(ends('2026-03-08')).toEqual([]);
  });

  test('that was renewed is warned of again', () => {
    expect(ends('2026-06-01', '2025-05-01T10:00:00Z')).toEqual([{ ending: ['runbook'] }]);
  });
});

test('a talk is spoken of two weeks before it is due, and weekly from then on', () => {
  const talk = (dueOn: string, sentAt: Date | null = null) =>
    sent([matter({ kind: 'talk', dueOn, sentAt })], MONDAY);
  expect(talk('2026-03-24')).toEqual([]);
  expect(talk('2026-03-23')).toEqual([{ talks: ['runbook'] }]);
  expect(talk('2025-03-23', later(-6 * DAY))).toEqual([]);
  expect(talk('2025-03-23', later(-8 * DAY))).toEqual([{ talks: ['runbook'] }]);
});

describe('a person', () => {
  test('gets one mail about everything, and none within a day of the last', () => {
    const matters = [
      matter(),
      matter({ kind: 'qualification', subject: 'radio', dueOn: '2026-03-20' }),
      matter({ kind: 'talk', subject: 'amir' }),
    ];
    expect(sent(matters, MONDAY)).toEqual([{ due: ['runbook'], ending: ['radio'], talks: ['amir'] }]);
    const lastMailAt = later(-19 * HOUR);
    expect(
      sent(
        matters.map((one) => ({ ...one, lastMailAt })),
        MONDAY,
      ),
    ).toEqual([]);
  });

  test('who wants none gets none', () => {
    expect(sent([matter({ reminderMail: false })], MONDAY)).toEqual([]);
  });

  test('hears nothing in quiet hours, which may run over midnight', () => {
    const quiet = (quietFrom: number, quietUntil: number) =>
      Array.from({ length: 24 }, (_, hour) => hour).filter((hour) =>
        isQuiet(hour, { quietFrom, quietUntil }),
      );
    expect(quiet(22, 2)).toEqual([0, 1, 22, 23]);
    expect(quiet(9, 11)).toEqual([9, 10]);
    expect(quiet(8, 8)).toEqual([]);
    expect(sent([matter({ timeZone: 'America/Los_Angeles' })], MONDAY)).toEqual([]);
  });
});

describe('a clock that jumps', () => {
  test('back sends nothing that was sent before', () => {
    const sentAt = later(30 * DAY);
    for (const kind of ['action', 'qualification', 'talk'] as const) {
      expect(sent([matter({ kind, sentAt, lastMailAt: sentAt })], MONDAY)).toEqual([]);
    }
    expect(sent([matter({ mondayMail: true, lastMondayAt: sentAt, lastMailAt: sentAt })], MONDAY)).toEqual(
      [],
    );
  });

  test('anyhow, in any steps, never reminds anybody twice within a week of the clock’s own reckoning', () => {
    const subjects = ['a', 'b', 'c', 'd'];
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -40 * 24, max: 40 * 24 }), { maxLength: 40 }),
        fc.boolean(),
        (steps, mondayMail) => {
          const heard = new Map<string, Date[]>();
          let now = MONDAY;
          for (const step of steps) {
            now = later(step * HOUR, now);
            const last = (key: string) =>
              heard.get(key)?.toSorted((a, b) => b.getTime() - a.getTime())[0] ?? null;
            const matters = subjects.map((subject, index) =>
              matter({
                kind: (['action', 'qualification', 'talk', 'action'] as const)[index] ?? 'action',
                subject,
                dueOn: '2026-03-20',
                mondayMail,
                sentAt: last(subject),
                lastMondayAt: last('monday'),
                lastMailAt: last('mail'),
              }),
            );
            const reminders = remindersToSend(matters, now);
            expect(reminders.length).toBeLessThanOrEqual(1);
            for (const { monday, due, overdue, ending, talks } of reminders) {
              const keys = [...due, ...overdue, ...ending, ...talks, 'mail', ...(monday ? ['monday'] : [])];
              for (const key of keys) heard.set(key, [...(heard.get(key) ?? []), now]);
            }
          }
          for (const [key, times] of heard) {
            const shortest = key === 'mail' ? 20 * HOUR : 6 * DAY;
            for (const [index, time] of times.entries()) {
              const before = times.slice(0, index);
              expect(before.every((one) => time.getTime() - one.getTime() >= shortest)).toBe(true);
            }
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
