import type { ComponentChildren } from 'preact';
import { Done, ErrorSummary, type FieldError } from '../../../web/form.tsx';
import type { Page } from '../../../web/page.ts';
import { AdministrationSide } from '../../people/index.ts';
import { titleWith } from './fields.tsx';

export type AdministrationPlace =
  | '/administration/invitations'
  | '/administration/sign-up'
  | '/administration/accounts'
  | '/administration/mail';

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
    left: <AdministrationSide current={place} />,
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
