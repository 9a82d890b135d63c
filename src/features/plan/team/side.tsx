import type { Viewer } from '../../../web/session.ts';
import { HEAD, TEAM } from '../views/addresses.ts';
import { SideLinks } from '../views/shell.tsx';

/** Where somebody is among the pages about those whom they answer for. */
export function TeamSide({ viewer, current }: { viewer: Viewer; current: string }) {
  const links = [
    ...(viewer.manages ? [{ address: TEAM, label: 'Your reports' }] : []),
    ...(viewer.head ? [{ address: HEAD, label: 'Talks, team by team' }] : []),
  ];
  const [first = { address: TEAM, label: 'Team' }] = links;
  return (
    <SideLinks
      label="Team"
      title={{ address: first.address, label: 'Team' }}
      links={links}
      current={current}
    />
  );
}
