import { Token } from '../../../../web/form.tsx';
import { Phrase } from '../../../../web/text.tsx';
import type { FrameworkForYou } from '../applicability-words.ts';

/** What each framework is to the person, why, and what they can do about it. */
export function FrameworksForYou({ all, token }: { all: readonly FrameworkForYou[]; token: string }) {
  if (all.length === 0) return <p>No framework is published yet.</p>;
  return (
    <ul class="rows">
      {all.map((one) => (
        <li key={one.edition.framework.id}>
          <FrameworkRow one={one} token={token} />
        </li>
      ))}
    </ul>
  );
}

function FrameworkRow({ one, token }: { one: FrameworkForYou; token: string }) {
  const { edition, applies, sentence, quote } = one;
  const { id, name } = edition.framework;
  return (
    <>
      <p class="row-name">
        <a href={`/frameworks/${encodeURIComponent(id)}`}>
          <Phrase text={name} />
        </a>
      </p>
      {quote !== undefined && (
        <p class="quiet">
          It is for “<Phrase text={quote} />
          ”.
        </p>
      )}
      <p>
        <Phrase text={sentence} />
        {applies.exemptTeamsUnknown && ' Some teams are exempt, and the release does not name them.'}
      </p>
      {applies.mayChoose && (
        <Choice
          action="/you/frameworks"
          framework={id}
          token={token}
          name={name}
          does={
            applies.answer === 'may choose it' || applies.answer === 'is exempt' ? 'Use it anyway' : 'Use it'
          }
        />
      )}
      {applies.answer === 'chose to use it' && (
        <Choice
          action="/you/frameworks/withdrawals"
          framework={id}
          token={token}
          name={name}
          does="Use it no more"
        />
      )}
    </>
  );
}

function Choice(props: { action: string; framework: string; token: string; name: string; does: string }) {
  const { action, framework, token, name, does } = props;
  return (
    <form method="post" action={action}>
      <Token token={token} />
      <input type="hidden" name="framework" value={framework} />
      <p class="buttons">
        <button type="submit" class="button small">
          {does}
          <span class="visually-hidden">
            : <Phrase text={name} />
          </span>
        </button>
      </p>
    </form>
  );
}
