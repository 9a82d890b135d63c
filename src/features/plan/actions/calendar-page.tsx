import { TextField } from '../../../web/form.tsx';
import type { Page } from '../../../web/page.ts';
import { ACTIONS } from '../views/addresses.ts';
import { planPage } from '../views/shell.tsx';

/** The address of a calendar, the one time that it can be told. */
export function calendarPage(address: string): Page {
  return planPage({
    title: 'Your calendar’s address',
    current: ACTIONS,
    main: (
      <>
        <h1>Your calendar’s address</h1>
        <p class="lede">Copy it now: it is not kept here, and this page is the only one that shows it.</p>
        <TextField
          id="address"
          name="address"
          type="url"
          label="Address"
          hint="In your calendar, choose “subscribe” or “from URL”, and paste it."
          value={address}
        />
        <p>
          Whoever has the address reads what you are to do and by when, and nothing else; your calendar’s
          provider has it too. End it on <a href={ACTIONS}>your actions</a> if it gets about. It ends by
          itself when you leave.
        </p>
      </>
    ),
  });
}
