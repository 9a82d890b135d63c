import type { ComponentChildren } from 'preact';
import { Banner } from '../../../web/banner.tsx';
import { ErrorSummary } from '../../../web/form.tsx';
import type { Page } from '../../../web/page.ts';
import { Phrase } from '../../../web/text.tsx';
import { frameworkAddress } from '../views/addresses.ts';
import { DESK_PAGES, type DeskPage, deskAddress } from './addresses.ts';
import type { Desk } from './desk.ts';

const TITLES: Record<DeskPage, string> = { rows: 'Rows', policy: 'Policy', findings: 'Findings' };

/** One of the pages for stewards, with the way to the others. */
export function deskPage(
  desk: Desk,
  current: DeskPage,
  { heading, children }: { heading: string; children: ComponentChildren },
): Page {
  const { stored, done, returned } = desk;
  const { name } = stored.draft;
  const errors = returned?.errors ?? [];
  return {
    title: `${errors.length > 0 ? 'Error: ' : ''}${heading} · ${name}`,
    draft: true,
    section: 'frameworks',
    left: <DeskNavigation desk={desk} current={current} />,
    main: (
      <div class="desk">
        <ErrorSummary errors={errors} />
        <h1>{heading}</h1>
        {done !== undefined && (
          <Banner tone="plain" label="Done">
            <p role="status">{done}</p>
          </Banner>
        )}
        {children}
      </div>
    ),
  };
}

function DeskNavigation({ desk, current }: { desk: Desk; current: DeskPage }) {
  const { stored, steward, examined } = desk;
  return (
    <nav class="left" aria-label="For stewards">
      <p class="left-title">
        <a href={frameworkAddress(stored.id, 'draft')}>
          <Phrase text={stored.draft.name} />
        </a>
      </p>
      <ol class="contents short">
        {DESK_PAGES.map((page) => (
          <li key={page}>
            <a href={deskAddress(stored.id, page)} aria-current={page === current ? 'page' : undefined}>
              {TITLES[page]}
              <span class="quiet"> {examined.waiting[page]}</span>
              <span class="visually-hidden"> waiting</span>
            </a>
          </li>
        ))}
      </ol>
      <p class="quiet">
        You decide as <Phrase text={steward.name} />.
      </p>
    </nav>
  );
}

/** What every form of these pages carries: the state of the draft that was seen, and the bond to the cookie. */
export function DeskFields({ desk }: { desk: Desk }) {
  return (
    <>
      <input type="hidden" name="token" value={desk.token} />
      <input type="hidden" name="draft" value={desk.stored.draftedAt} />
    </>
  );
}

/** A form that is one button. */
export function OneButtonForm(props: {
  desk: Desk;
  action: string;
  fields: Readonly<Record<string, string>>;
  children: ComponentChildren;
}) {
  const { desk, action, fields, children } = props;
  return (
    <form method="post" action={action}>
      <DeskFields desk={desk} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" class="button small">
        {children}
      </button>
    </form>
  );
}
