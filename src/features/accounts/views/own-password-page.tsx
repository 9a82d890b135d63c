import type { FieldError } from '../../../web/form.tsx';
import type { Page } from '../../../web/page.ts';
import { NarrowForm, NewPasswordField, PasswordField } from './fields.tsx';
import { OWN_ADDRESS, ownPage } from './own-page.tsx';

export function ownPasswordPage(form: {
  token: string;
  hasPassword: boolean;
  errors?: readonly FieldError[];
}): Page {
  const { token, hasPassword, errors = [] } = form;
  return ownPage({
    title: hasPassword ? 'Change your password' : 'Choose a password',
    token,
    errors,
    lede: 'You are then signed out everywhere else.',
    children: (
      <NarrowForm
        action={`${OWN_ADDRESS}/password`}
        token={token}
        button={hasPassword ? 'Change it' : 'Set it'}
        second={<a href={OWN_ADDRESS}>Leave it as it is</a>}
      >
        {hasPassword && <PasswordField label="Your password until now" errors={errors} />}
        <NewPasswordField errors={errors} />
      </NarrowForm>
    ),
  });
}
