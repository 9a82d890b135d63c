import type { ComponentChildren } from 'preact';
import { Done, ErrorSummary, type FieldError } from '../../../web/form.tsx';
import type { Page, Section } from '../../../web/page.ts';
import { titleText } from '../../../web/text.tsx';
import { ACTIONS, LEARNING, OBJECTIVES, QUALIFICATIONS, REMINDERS } from './addresses.ts';
import { DONE, type DoneWord } from './done.ts';

/** What every page of a plan has in common. */
export interface Shell {
  title: string;
  /** Address of the list that the page belongs to. */
  current?: string;
  errors?: readonly FieldError[];
  /** What was just done. */
  done?: DoneWord | undefined;
  main: ComponentChildren;
  /** The way through one's own plan, where it is left out. */
  left?: ComponentChildren;
  right?: ComponentChildren;
  section?: Section;
  scripts?: Page['scripts'];
}

export function planPage(shell: Shell): Page {
  const { title, current, errors = [], done, main, right, scripts } = shell;
  const { left = <OwnPlan current={current} />, section = 'my-path' } = shell;
  return {
    title: `${errors.length > 0 ? 'Error: ' : ''}${titleText(title)}`,
    draft: true,
    section,
    left,
    main: (
      <>
        <ErrorSummary errors={errors} />
        {done !== undefined && <Done>{DONE[done]}</Done>}
        {main}
      </>
    ),
    right,
    ...(scripts === undefined ? {} : { scripts }),
  };
}

/** Where everything of one's own plan is read. */
function OwnPlan({ current }: { current: string | undefined }) {
  return (
    <SideLinks
      label="Your plan"
      title={{ address: '/my-path', label: 'My path' }}
      links={[
        { address: ACTIONS, label: 'Actions' },
        { address: OBJECTIVES, label: 'Objectives' },
        { address: LEARNING, label: 'Learning' },
        { address: QUALIFICATIONS, label: 'Qualifications' },
        { address: REMINDERS, label: 'Reminders' },
      ]}
      current={current}
    />
  );
}

interface SideLink {
  address: string;
  label: ComponentChildren;
}

/** Where somebody is among pages that belong together. */
export function SideLinks(props: {
  label: string;
  title: SideLink;
  links: readonly SideLink[];
  current: string | undefined;
}) {
  const { label, title, links, current } = props;
  const titleIsCurrent = title.address === current && links.every(({ address }) => address !== current);
  return (
    <nav class="left" aria-label={label}>
      <p class="left-title">
        <a href={title.address} aria-current={titleIsCurrent ? 'page' : undefined}>
          {title.label}
        </a>
      </p>
      <ul class="contents short">
        {links.map(({ address, label: text }) => (
          <li key={address}>
            <a href={address} aria-current={address === current ? 'page' : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
