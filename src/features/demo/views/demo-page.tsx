import { DateInWords } from '../../../web/date.tsx';
import { Token } from '../../../web/form.tsx';
import type { Page } from '../../../web/page.ts';
import type { Viewer } from '../../../web/session.ts';
import { Phrase } from '../../../web/text.tsx';
import { DEMO_ADDRESS, SESSIONS_ADDRESS } from '../addresses.ts';
import type { CastMember, DemoWorld, Figure } from '../demo.ts';
import { TwoWindows } from './two-windows.tsx';

export interface DemoShown {
  world: DemoWorld;
  token: string;
  /** Whoever the visitor is already. */
  viewer: Viewer | undefined;
  /** Where to go on to; empty for each one's own first page. */
  to: string;
  /** Whom they wanted to be, who can no longer sign in. */
  gone?: string;
}

export function demoPage({ world, token, viewer, to, gone }: DemoShown): Page {
  const { organisation, cast, others } = world;
  return {
    title: `Be somebody at ${organisation}`,
    address: DEMO_ADDRESS,
    draft: true,
    main: (
      <div class="demo">
        {gone !== undefined && <Gone name={gone} />}
        <h1>
          Be somebody at <Phrase text={organisation} />
        </h1>
        <About world={world} />
        {viewer !== undefined && <Now viewer={viewer} />}
        {world.invitation !== undefined && <TwoWindows token={token} invitation={world.invitation} />}
        <form method="post" action={SESSIONS_ADDRESS}>
          <Token token={token} />
          <input type="hidden" name="to" value={to} />
          <CastList cast={cast} />
          {others.length > 0 && <Others others={others} />}
        </form>
        <StartAgain />
      </div>
    ),
  };
}

function About({ world: { summary, people, until } }: { world: DemoWorld }) {
  return (
    <>
      <p class="lede">
        <Phrase text={summary} />
      </p>
      <p>
        <strong>This is a demo: nobody here exists, and nothing of it happened.</strong>{' '}
        {people.toLocaleString('en-GB')} people and their work up to <DateInWords date={until} /> were made
        up, and every address ends in .example. Sign in as anybody, change what you like, and break what you
        can. Mail goes nowhere but into a folder of this machine.
      </p>
      <p>
        Write nothing about real people here: whoever opens this address can sign in as anybody and read it.
      </p>
    </>
  );
}

function Now({ viewer }: { viewer: Viewer }) {
  return (
    <p class="demo-now">
      You are <Phrase text={viewer.name} /> at the moment. <a href="/">Go on as they</a>, or choose somebody
      else.
    </p>
  );
}

function CastList({ cast }: { cast: readonly CastMember[] }) {
  return (
    <section aria-labelledby="_cast">
      <h2 id="_cast">Begin with one of these</h2>
      <ul class="demo-cast">
        {cast.map((member) => (
          <li key={member.person}>
            <div>
              <h3>{inSentence(member.role)}</h3>
              <p>
                <Phrase text={member.try} />
              </p>
              <p class="quiet">
                <Phrase text={member.name} />
                {member.place !== '' && (
                  <>
                    , <Phrase text={member.place} />
                  </>
                )}
              </p>
            </div>
            <SignIn figure={member} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Others({ others }: { others: readonly Figure[] }) {
  return (
    <section aria-labelledby="_others">
      <h2 id="_others">Or with somebody else</h2>
      <ul class="demo-others">
        {others.map((figure) => (
          <li key={figure.person}>
            <SignIn figure={figure} />
            <span class="quiet">
              <Phrase text={figure.place} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function SignIn({ figure: { person, name } }: { figure: Figure }) {
  return (
    <button type="submit" class="button second" name="person" value={person}>
      Sign in as <Phrase text={name} />
    </button>
  );
}

function StartAgain() {
  return (
    <section aria-labelledby="_again">
      <h2 id="_again">Start again</h2>
      <p>
        What visitors change stays changed. To have everything as it was, stop the demo on the machine that it
        runs on, and start it anew:
      </p>
      <pre>
        <code>npm run demo -- --fresh</code>
      </pre>
    </section>
  );
}

function Gone({ name }: { name: string }) {
  return (
    <p class="done" role="alert">
      <Phrase text={name} /> cannot sign in any more: somebody who tried the demo erased them, or let them
      leave. Choose somebody else, or start again.
    </p>
  );
}

function inSentence(role: string): string {
  return role.charAt(0).toUpperCase() + role.slice(1);
}
