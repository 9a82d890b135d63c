import type { ComponentChildren } from 'preact';
import { Done, ErrorSummary, type FieldError } from '../../../web/form.tsx';
import type { Page } from '../../../web/page.ts';
import { titleWith } from './fields.tsx';

/** The pages about accounts, in the order of the journey. */
const PLACES = [
  ['/administration/invitations', 'Invitations'],
  ['/administration/sign-up', 'Joining'],
  ['/administration/accounts', 'Accounts'],
  ['/administration/mail', 'Mail'],
] as const;

export type AdministrationPlace = (typeof PLACES)[number][0];

/** A page for whoever runs the installation. */
export function administrationPage(page: {
  place: AdministrationPlace;
  title: string;
  lede?: ComponentChildren;
  done?: ComponentChildren;
  errors?: readonly FieldError[];
  children: ComponentChildren;
}): Page {
  const { place, title, lede, done, errors = [], children } = page;
  return {
    title: titleWith(title, errors),
    draft: true,
    section: 'you',
    left: (
      <nav class="left" aria-label="Administration">
        <p class="left-title">
          <a href="/administration">Administration</a>
        </p>
        <ul class="contents short">
          {PLACES.map(([address, label]) => (
            <li key={address}>
              <a href={address} aria-current={address === place ? 'page' : undefined}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    ),
    main: (
      <>
        <ErrorSummary errors={errors} />
        {done !== undefined && <Done>{done}</Done>}
        <h1>{title}</h1>
        {lede !== undefined && <p class="lede">{lede}</p>}
        {children}
      </>
    ),
  };
}

/** Finds in a list by typing. */
export function Finder({ action, wanted, label }: { action: string; wanted: string; label: string }) {
  return (
    <search>
      <form action={action} class="finder">
        <label for="q">{label}</label>
        <div class="finder-row">
          <input type="search" id="q" name="q" value={wanted} maxlength={100} autocomplete="off" />
          <button type="submit" class="button second">
            Find
          </button>
        </div>
      </form>
    </search>
  );
}
