import type { Viewer } from '../../../../web/session.ts';
import { Side, type SideLink } from '../../views/side.tsx';

export const YOU = '/you';

const LINKS: readonly SideLink[] = [
  { address: '/you/profile', label: 'Profile' },
  { address: '/you/reminders', label: 'Reminders' },
  { address: '/you/as-manager', label: 'What your manager sees' },
  { address: '/you/who-looked', label: 'Who looked' },
  { address: '/you/everything', label: 'Everything about you' },
  { address: '/you/erasure', label: 'Being erased' },
  { address: '/you/sign-in', label: 'Sign-in and devices' },
  { address: '/confirmations', label: 'Asked of you' },
  { address: '/offers', label: 'Notes offered' },
  { address: '/questions', label: 'Questions about wording' },
];

const MANAGERS: readonly SideLink[] = [{ address: '/you/deputies', label: 'Your deputies' }];
const STEWARDS: readonly SideLink[] = [{ address: '/stewards', label: 'For stewards' }];
const ADMINISTRATORS: readonly SideLink[] = [{ address: '/administration', label: 'Administration' }];

/** Where somebody is among the pages about themselves. */
export function YouSide({ current, viewer }: { current: string; viewer?: Viewer }) {
  const [profile, ...others] = LINKS;
  const links = [
    ...(profile === undefined ? [] : [profile]),
    ...(viewer?.manages ? MANAGERS : []),
    ...others,
    ...((viewer?.stewardOf.size ?? 0) > 0 ? STEWARDS : []),
    ...(viewer?.administrator ? ADMINISTRATORS : []),
  ];
  return <Side label="You" title={{ address: YOU, label: 'You' }} links={links} current={current} />;
}
