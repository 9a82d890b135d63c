import { Token } from '../../../web/form.tsx';
import { Phrase } from '../../../web/text.tsx';
import { DEMO_ADDRESS, SESSIONS_ADDRESS } from '../addresses.ts';
import type { Figure, Invitation } from '../demo.ts';

/** A way to see what Cairn is for in ten minutes: both sides of one conversation, in two windows. */
export function TwoWindows({ invitation, token }: { invitation: Invitation; token: string }) {
  const { person, manager, address } = invitation;
  const [engineer, lead] = [firstName(person), firstName(manager)];
  return (
    <section aria-labelledby="_two">
      <h2 id="_two">Have a conversation with yourself</h2>
      <p>
        <Phrase text={person.name} /> and <Phrase text={manager.name} />, who manages the team, are preparing
        a progression conversation. Be both of them, in two windows. It takes ten minutes.
      </p>
      <ol class="demo-steps">
        <li>
          In this window, be the engineer. <Become figure={person} to={address} token={token} />
        </li>
        <li>
          Open a private window of your browser, and in it this page (<code>{DEMO_ADDRESS}</code>). There, be
          the line manager. <Become figure={manager} to={address} token={token} />
        </li>
        <li>
          Choose <em>Prepare your view</em> in both. Each side has begun and left some rows open: answer one
          or two of them, differently. Look for the other’s answers: they are nowhere yet.
        </li>
        <li>
          Submit as <Phrase text={engineer} />. In the other window <Phrase text={lead} /> learns that the
          view is in, and not what it says. You may still take it back.
        </li>
        <li>
          Submit as <Phrase text={lead} />. Both views are revealed at once, what you see differently first.
        </li>
        <li>
          Talk: write what you agree on, or that you see it differently, with both reasons. Promise something
          beside a row.
        </li>
        <li>Sign in both windows. The record is kept as it was, and both can read it from then on.</li>
      </ol>
    </section>
  );
}

function Become({ figure: { person, name }, to, token }: { figure: Figure; to: string; token: string }) {
  return (
    <form method="post" action={SESSIONS_ADDRESS}>
      <Token token={token} />
      <input type="hidden" name="to" value={to} />
      <button type="submit" class="button" name="person" value={person}>
        Sign in as <Phrase text={name} />
      </button>
    </form>
  );
}

function firstName({ name }: Figure): string {
  return name.split(' ')[0] ?? name;
}
