import { RHYTHMS, rhythmInWords } from '../../../domain/cadence.ts';
import { type FieldError, SelectField, Token } from '../../../web/form.tsx';
import type { Page } from '../../../web/page.ts';
import { AdministrationSide } from '../../people/index.ts';
import { RHYTHM } from '../views/addresses.ts';
import { checkPage } from '../views/check-page.tsx';
import type { DoneWord } from '../views/done.ts';
import { planPage } from '../views/shell.tsx';
import { counted } from '../views/words.tsx';

const SHELL = {
  section: 'you',
  current: RHYTHM,
  left: <AdministrationSide current={RHYTHM} />,
} as const;

/** How often the organisation wants everybody to have a talk. */
export function rhythmPage(props: {
  /** In months, as a form holds it; empty for no rhythm. */
  months: string;
  token: string;
  errors: readonly FieldError[];
  done: DoneWord | undefined;
}): Page {
  const { months, token, errors, done } = props;
  return planPage({
    ...SHELL,
    title: 'The rhythm of talks',
    errors,
    done,
    main: (
      <form class="plan-form" method="post" action={RHYTHM}>
        <Token token={token} />
        <h1>The rhythm of talks</h1>
        <p class="lede">
          How often everybody should have a conversation with their line manager. It proposes dates, and
          reminds managers once a week at the most. Nobody is held to it by the software.
        </p>
        <SelectField
          id="months"
          name="months"
          label="A talk"
          none="No rhythm: nothing is due"
          groups={[
            {
              label: 'Rhythms',
              options: RHYTHMS.map((one) => ({ value: String(one), label: rhythmInWords(one) })),
            },
          ]}
          value={months}
          errors={errors}
        />
        <div class="buttons">
          <button type="submit" class="button">
            Go on
          </button>
        </div>
      </form>
    ),
  });
}

/** What it means for everybody, before it does. */
export function rhythmCheckPage(props: { months: number | null; token: string }): Page {
  const { months, token } = props;
  return checkPage({
    heading: months === null ? 'No rhythm of talks?' : `A talk ${rhythmInWords(months)}?`,
    children:
      months === null ? (
        <p>Nothing is due any more, no dates are proposed, and managers are not reminded of talks.</p>
      ) : (
        <p>
          The next talk of everybody who has a line manager is due {counted(months, 'month', 'months')} after
          their last one, or after they began to report to their manager. Managers of those who are late are
          reminded from the next hour on that is not among their quiet ones.
        </p>
      ),
    action: RHYTHM,
    fields: { months: months === null ? '' : String(months), checked: 'yes' },
    token,
    confirm: 'Set it so',
    back: RHYTHM,
    keep: 'Back, and change nothing',
    shell: SHELL,
  });
}
