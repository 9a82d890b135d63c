import { Choices, type FieldError, TextArea, Token } from '../../../web/form.tsx';
import type { Page } from '../../../web/page.ts';
import { administrationPage } from './administration-page.tsx';

const MODES = [
  { value: 'closed', label: 'Nobody without an invitation' },
  { value: 'domain', label: 'Whoever has an address of these domains, which a link in a mail shows' },
];

export function administrationSignUpPage(form: {
  token: string;
  open: boolean;
  domains: string;
  done?: boolean;
  errors?: readonly FieldError[];
}): Page {
  const { token, open, domains, done = false, errors = [] } = form;
  return administrationPage({
    place: '/administration/sign-up',
    title: 'Joining',
    lede: 'Who may open an account here by themselves.',
    done: done ? 'Saved. It holds from now on.' : undefined,
    errors,
    children: (
      <form method="post" action="/administration/sign-up" class="narrow">
        <Token token={token} />
        <Choices
          id="mode"
          name="mode"
          label="Who may join"
          value={open ? 'domain' : 'closed'}
          options={MODES}
          errors={errors}
        />
        <TextArea
          id="domains"
          name="domains"
          label="Domains"
          hint="One a line, e.g. example.org. Addresses of domains below it do not count."
          value={domains}
          rows={3}
          maxlength={2000}
          errors={errors}
        />
        <p class="quiet">
          Whoever joins with the address of somebody in the directory becomes that person; anybody else is
          entered anew, without a team or a manager.
        </p>
        <p class="buttons">
          <button type="submit" class="button">
            Save
          </button>
        </p>
      </form>
    ),
  });
}
