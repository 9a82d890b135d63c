import type { Viewer } from '../../../web/session.ts';
import { TeamSide } from '../team/side.tsx';
import type { Subject } from '../visits.ts';
import { TEAM } from './addresses.ts';
import type { Shell } from './shell.tsx';

/** Where a page of somebody's plan stands: among one's own, or among those of one's reports. */
export function subjectShell(
  { side }: Pick<Subject, 'side'>,
  viewer: Viewer,
  current: string,
): Pick<Shell, 'current' | 'section' | 'left'> {
  if (side === 'person') return { current };
  return { section: 'team', left: <TeamSide viewer={viewer} current={TEAM} /> };
}
