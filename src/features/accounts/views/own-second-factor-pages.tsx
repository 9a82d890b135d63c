import type { ComponentChildren } from 'preact';
import { type FieldError, TextField } from '../../../web/form.tsx';
import type { Page } from '../../../web/page.ts';
import { NarrowForm, PasswordField } from './fields.tsx';
import { OWN_ADDRESS, ownPage } from './own-page.tsx';
import { QrCode } from './qr-code.tsx';

interface Form {
  token: string;
  /** Whether there is a password to ask for. */
  hasPassword: boolean;
  errors?: readonly FieldError[];
}

export function secondFactorPage(form: Form): Page {
  return passwordAsked(form, {
    title: 'Set up a second factor',
    lede: 'An app on your telephone or in your password manager shows six digits, new ones every half minute. You type them after your password.',
    action: 'second-factor',
    button: 'Go on',
  });
}

export function removeSecondFactorPage(form: Form): Page {
  return passwordAsked(form, {
    title: 'Switch your second factor off',
    lede: 'Your password or a link in a mail is then enough to sign in as you. The recovery codes work no more.',
    action: 'second-factor/removal',
    button: 'Switch it off',
  });
}

export function newRecoveryCodesPage(form: Form): Page {
  return passwordAsked(form, {
    title: 'New recovery codes',
    lede: 'You get ten new ones. Those that you have kept until now work no more.',
    action: 'recovery-codes',
    button: 'Make new codes',
  });
}

function passwordAsked(
  { token, hasPassword, errors = [] }: Form,
  page: { title: string; lede: string; action: string; button: string },
): Page {
  const { title, lede, action, button } = page;
  return ownPage({
    title,
    token,
    errors,
    lede,
    children: (
      <NarrowForm
        action={`${OWN_ADDRESS}/${action}`}
        token={token}
        button={button}
        second={<a href={OWN_ADDRESS}>Leave it as it is</a>}
      >
        {hasPassword && <PasswordField label="Your password" errors={errors} />}
      </NarrowForm>
    ),
  });
}

/** @param form.uri what the code says: only this page and the app ever hold it */
export function confirmSecondFactorPage(form: {
  token: string;
  uri: string;
  errors?: readonly FieldError[];
}): Page {
  const { token, uri, errors = [] } = form;
  return ownPage({
    title: 'Connect your app',
    token,
    errors,
    lede: 'Let the app read this picture, then type the digits that it shows.',
    children: (
      <>
        <QrCode text={uri} label="A QR code with the key for your app; the same key stands below as text" />
        <p>Or type this key into the app:</p>
        <p class="secret-text">
          <code>{inFours(keyIn(uri))}</code>
        </p>
        <NarrowForm
          action={`${OWN_ADDRESS}/second-factor/confirmation`}
          token={token}
          button="Switch it on"
          second={<a href={OWN_ADDRESS}>Leave it off</a>}
        >
          <input type="hidden" name="uri" value={uri} />
          <TextField
            id="code"
            name="code"
            label="Code"
            autocomplete="one-time-code"
            inputmode="numeric"
            maxlength={10}
            errors={errors}
            required
          />
        </NarrowForm>
      </>
    ),
  });
}

/** Shown once: only a seal of them is kept. */
export function recoveryCodesPage(page: { token: string; codes: readonly string[]; title: string }): Page {
  const { token, codes, title } = page;
  const file = `Recovery codes for Cairn. Each works once.\n\n${codes.join('\n')}\n`;
  return ownPage({
    title,
    token,
    scripts: ['print'],
    lede: 'Keep these codes where you find them without your telephone. Each signs you in once when you cannot reach your app.',
    children: (
      <>
        <p class="form-error">They are shown only now.</p>
        <ol class="codes">
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ol>
        <p class="buttons">
          <a
            class="button"
            download="cairn-recovery-codes.txt"
            href={`data:text/plain;charset=utf-8,${encodeURIComponent(file)}`}
          >
            Save as a file
          </a>
          <Printed>
            <button type="button" class="button second" data-print>
              Print
            </button>
          </Printed>
          <a href={OWN_ADDRESS}>I have kept them</a>
        </p>
      </>
    ),
  });
}

/** Only a script can open the print dialogue. */
function Printed({ children }: { children: ComponentChildren }) {
  return <span class="with-script">{children}</span>;
}

function keyIn(uri: string): string {
  return new URL(uri).searchParams.get('secret') ?? '';
}

function inFours(key: string): string {
  return (key.match(/.{1,4}/g) ?? []).join(' ');
}
