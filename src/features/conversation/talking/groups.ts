import type { TalkedAbout } from './talked-about.ts';

/** What the page shows at once: all of it, or one part. The words stand in addresses. */
export const SHOWN = ['differences', 'raised', 'open', 'same', 'actions'] as const;
export type Shown = (typeof SHOWN)[number];

export interface Group {
  id: Exclude<Shown, 'actions'>;
  heading: string;
  rows: TalkedAbout[];
}

/** Differences first; what both see the same comes last. */
export function groupsOf(rows: readonly TalkedAbout[]): Group[] {
  const chosen = rows.filter(({ raised }) => raised.length === 0);
  const of = (agreement: TalkedAbout['agreement']) => chosen.filter((row) => row.agreement === agreement);
  const groups: Group[] = [
    { id: 'differences', heading: 'Seen differently', rows: of('seen differently') },
    {
      id: 'raised',
      heading: 'Raised from earlier levels',
      rows: rows.filter(({ raised }) => raised.length > 0),
    },
    { id: 'open', heading: 'Left open', rows: of('left open') },
    { id: 'same', heading: 'Seen the same', rows: of('seen the same') },
  ];
  return groups.filter((group) => group.rows.length > 0);
}

export function shownIn(text: string | undefined): Shown | undefined {
  return SHOWN.find((shown) => shown === text);
}
