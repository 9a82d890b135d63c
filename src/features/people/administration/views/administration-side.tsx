import type { ComponentChildren } from 'preact';
import type { Script } from '../../../../web/assets.ts';
import { Done, ErrorSummary, type FieldError } from '../../../../web/form.tsx';
import type { Page } from '../../../../web/page.ts';
import { Phrase } from '../../../../web/text.tsx';
import { Side } from '../../views/side.tsx';

export const ADMINISTRATION = '/administration';

export interface AdministrationLink {
  address: string;
  label: string;
  about: string;
}

/** Every page of an administrator, with what it is for. */
export const ADMINISTRATION_LINKS: readonly AdministrationLink[] = [
  {
    address: '/administration/people',
    label: 'People',
    about: 'Add somebody, change a team or a manager, let somebody leave.',
  },
  {
    address: '/administration/import',
    label: 'Import and export',
    about: 'Bring everybody in from a spreadsheet, and take the directory out again.',
  },
  { address: '/administration/teams', label: 'Teams', about: 'Add, rename and remove teams.' },
  {
    address: '/administration/roles',
    label: 'Roles',
    about: 'Who administers, who is head of operations, who is steward of which framework.',
  },
  {
    address: '/administration/reach',
    label: 'Whom frameworks are for',
    about: 'Whose reporting line each framework is for.',
  },
  {
    address: '/administration/invitations',
    label: 'Invitations',
    about: 'Send people the link with which they first sign in.',
  },
  {
    address: '/administration/sign-up',
    label: 'Joining',
    about: 'Who may join without an invitation.',
  },
  { address: '/administration/accounts', label: 'Accounts', about: 'Who can sign in, and how.' },
  { address: '/administration/mail', label: 'Mail', about: 'Whether mail goes out.' },
  {
    address: '/administration/settings',
    label: 'Settings',
    about: 'The name of the organisation, and what visitors may read.',
  },
  {
    address: '/administration/rhythm',
    label: 'Rhythm of talks',
    about: 'How often everybody should have a conversation with their line manager.',
  },
  {
    address: '/administration/break-glass',
    label: 'Break-glass',
    about: 'Open one record for a reason and a while. Its owner is told at once.',
  },
  {
    address: '/administration/erasures',
    label: 'Erasures',
    about: 'Erase those who asked for it, and those who have left.',
  },
  {
    address: '/administration/audit',
    label: 'What was changed',
    about: 'Accounts, people and settings: who changed what, and when.',
  },
];

export function AdministrationSide({ current }: { current: string }) {
  return (
    <Side
      label="Administration"
      title={{ address: ADMINISTRATION, label: 'Administration' }}
      links={ADMINISTRATION_LINKS}
      current={current}
    />
  );
}

/** A page of an administrator. */
export function administrationPage(props: {
  heading: string;
  /** The address of the page, or of the one in the list that it belongs to. */
  current: string;
  errors?: readonly FieldError[];
  done?: string | undefined;
  scripts?: readonly Script[];
  right?: ComponentChildren;
  /** Whether the text needs the room that other pages leave to the right. */
  wide?: boolean;
  children: ComponentChildren;
}): Page {
  const { heading, current, errors = [], done, scripts, right, wide = false, children } = props;
  const inside = (
    <>
      <ErrorSummary errors={errors} />
      {done !== undefined && <Done>{done}</Done>}
      <h1>
        <Phrase text={heading} />
      </h1>
      {children}
    </>
  );
  return {
    title: `${errors.length > 0 ? 'Error: ' : ''}${heading}`,
    draft: true,
    section: 'you',
    ...(scripts === undefined ? {} : { scripts }),
    left: <AdministrationSide current={current} />,
    right,
    main: wide ? <div class="people-pages">{inside}</div> : inside,
  };
}
