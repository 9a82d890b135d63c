import { describe, expect, it } from 'vitest';
import type { Stance } from '../stance.ts';
import { compareViews, isOpen, isSilent, NO_VIEW, type RowView } from '../view.ts';

function view(stance?: Stance, points: Record<string, Stance | undefined> = {}): RowView {
  const answers = Object.entries(points).map(([id, given]) => [id, { stance: given, note: '' }] as const);
  return { stance, note: '', points: Object.fromEntries(answers) };
}

describe('how two views of an expectation compare', () => {
  it('by the whole where both answered it', () => {
    expect(compareViews(view('sometimes'), view('sometimes'))).toBe('seen the same');
    expect(compareViews(view('sometimes'), view('consistently'))).toBe('seen differently');
  });

  it('left open where either side took no stance', () => {
    expect(compareViews(view(), view('sometimes'))).toBe('left open');
    expect(compareViews(view(undefined, { p1: undefined }), view('sometimes'))).toBe('left open');
  });

  it('by the points where both answered the same ones', () => {
    expect(compareViews(view(undefined, { p1: 'not yet' }), view(undefined, { p1: 'not yet' }))).toBe(
      'seen the same',
    );
    const differing = view('sometimes', { p1: 'consistently' });
    expect(compareViews(view('sometimes', { p1: 'not yet' }), differing)).toBe('seen differently');
  });

  it('as something to talk about where each answered another part', () => {
    expect(compareViews(view('sometimes'), view(undefined, { p1: 'sometimes' }))).toBe('seen differently');
  });

  it('tells an open view from a silent one', () => {
    expect(isSilent(NO_VIEW)).toBe(true);
    expect(isOpen({ note: 'A note without a stance', points: {} })).toBe(true);
    expect(isSilent({ note: 'A note without a stance', points: {} })).toBe(false);
  });
});
