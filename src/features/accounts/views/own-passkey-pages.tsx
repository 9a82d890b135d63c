import { type FieldError, TextField, Token } from '../../../web/form.tsx';
import type { Page } from '../../../web/page.ts';
import type { Passkey } from '../queries.ts';
import { NarrowForm } from './fields.tsx';
import { OWN_ADDRESS, ownPage } from './own-page.tsx';

/** Longest name of a passkey or token. */
export const LONGEST_NAME = 80;

/** @param works whether browsers offer passkeys at the address of this installation */
export function newPasskeyPage({ token, works }: { token: string; works: boolean }): Page {
  return ownPage({
    title: 'Add a passkey',
    token,
    scripts: works ? ['passkey'] : [],
    lede: 'Your browser asks where to keep it: in this device, in your password manager, or on a key that you plug in.',
    children: works ? (
      <>
        <form class="narrow with-script" data-passkey="add" data-token={token}>
          <TextField
            id="name"
            name="name"
            label="What to call it"
            hint="So that you know it again, e.g. “Laptop at work”."
            maxlength={LONGEST_NAME}
          />
          <p class="buttons">
            <button type="submit" class="button">
              Add the passkey
            </button>
            <a href={OWN_ADDRESS}>Back without adding one</a>
          </p>
        </form>
        <p class="without-script">Passkeys are added where this page may run script.</p>
        <p class="form-error" role="alert" data-passkey-problem />
      </>
    ) : (
      <p>
        Passkeys need an address that begins with https://, or localhost. Whoever runs this installation can
        give it one: see <code>BASE_URL</code>.
      </p>
    ),
  });
}

export function passkeyPage(form: { token: string; passkey: Passkey; errors?: readonly FieldError[] }): Page {
  const { token, passkey, errors = [] } = form;
  const address = `${OWN_ADDRESS}/passkeys/${passkey.id}`;
  return ownPage({
    title: passkey.name,
    token,
    errors,
    lede: 'A passkey of yours.',
    children: (
      <>
        <NarrowForm action={address} token={token} button="Rename it" second={<a href={OWN_ADDRESS}>Back</a>}>
          <TextField
            id="name"
            name="name"
            label="What to call it"
            maxlength={LONGEST_NAME}
            value={passkey.name}
            errors={errors}
            required
          />
        </NarrowForm>
        <section class="part" aria-labelledby="_remove">
          <h2 id="_remove">Remove it</h2>
          <p>It then opens nothing here. Your device keeps offering it until you remove it there too.</p>
          <form method="post" action={`${address}/removal`}>
            <Token token={token} />
            <button type="submit" class="button second">
              Remove the passkey
            </button>
          </form>
        </section>
      </>
    ),
  });
}
