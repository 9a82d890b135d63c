import { describe, expect, it } from 'vitest';
import { dayInWords } from '../date.tsx';

describe('a date', () => {
  it('is said as people say it, on the day its author wrote', () => {
    expect(dayInWords('2026-03-12')).toBe('12 March 2026');
    expect(dayInWords('2023-10-21T00:00:00-06:00')).toBe('21 October 2023');
    expect(dayInWords('2026-01-01T23:59:59.999Z')).toBe('1 January 2026');
  });

  it('is left as it stands where it is none', () => {
    expect(dayInWords('soon')).toBeUndefined();
    expect(dayInWords('2026-99-99')).toBeUndefined();
  });
});
