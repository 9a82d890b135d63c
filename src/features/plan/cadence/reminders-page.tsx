import type { Preference } from '../../../domain/reminders.ts';
import { CheckboxField, type FieldError, SelectField, Token } from '../../../web/form.tsx';
import type { Page } from '../../../web/page.ts';
import type { Viewer } from '../../../web/session.ts';
import { YouSide } from '../../people/index.ts';
import { REMINDERS } from '../views/addresses.ts';
import type { DoneWord } from '../views/done.ts';
import { planPage } from '../views/shell.tsx';

/** What somebody is reminded of, and when they want to be left alone. */
export function remindersPage(props: {
  preference: Preference & { timeZone: string | null };
  viewer: Viewer;
  token: string;
  errors: readonly FieldError[];
  done: DoneWord | undefined;
}): Page {
  const { preference, viewer, token, errors, done } = props;
  const { mondayMail, reminderMail, quietFrom, quietUntil, timeZone } = preference;
  return planPage({
    title: 'Your reminders',
    section: 'you',
    left: <YouSide current={REMINDERS} viewer={viewer} />,
    errors,
    done,
    main: (
      <form class="plan-form" method="post" action={REMINDERS}>
        <Token token={token} />
        <h1>Your reminders</h1>
        <p class="lede">
          Mails that remind say how many things are due and where to read them, and nothing of what they are
          about. You hear of one thing once a week at the most.
        </p>
        <CheckboxField
          id="reminder-mail"
          name="reminder-mail"
          label="Remind me by mail"
          hint="When an action comes due or is overdue, 90 and 30 days before a qualification ends, and, if people report to you, when a talk with one of them is due."
          checked={reminderMail}
        />
        <CheckboxField
          id="monday-mail"
          name="monday-mail"
          label="Send me on Monday morning what is due this week"
          hint="Actions are then in that mail and in no other."
          checked={mondayMail}
        />
        <fieldset class="field plan-hours">
          <legend>Send nothing between</legend>
          <p class="hint">
            {timeZone === null
              ? 'You have no time zone set, so these are hours of UTC. '
              : `Hours in ${timeZone}. `}
            <a href="/you/profile">Change your time zone</a>. The same hour twice: no quiet hours.
          </p>
          <Hour id="quiet-from" label="From" value={quietFrom} errors={errors} />
          <Hour id="quiet-until" label="Until" value={quietUntil} errors={errors} />
        </fieldset>
        <div class="buttons">
          <button type="submit" class="button">
            Save
          </button>
        </div>
      </form>
    ),
  });
}

function Hour(props: { id: string; label: string; value: number; errors: readonly FieldError[] }) {
  const { id, label, value, errors } = props;
  const hours = Array.from({ length: 24 }, (_, hour) => ({
    value: String(hour),
    label: `${String(hour).padStart(2, '0')}:00`,
  }));
  return (
    <SelectField
      id={id}
      name={id}
      label={label}
      none="Choose an hour"
      groups={[{ label: 'Hours', options: hours }]}
      value={String(value)}
      errors={errors}
    />
  );
}
