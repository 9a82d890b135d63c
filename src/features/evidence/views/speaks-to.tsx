import { Token } from '../../../web/form.tsx';
import { MarkdownPhrase, Phrase } from '../../../web/text.tsx';
import { ExpectationBody, expectationAddress } from '../../framework/index.ts';
import type { SpokenTo, Wording } from '../expectations.ts';
import { tieValue } from '../tie-value.ts';
import { evidenceAddress } from './addresses.ts';

interface Owned {
  evidence: { id: string };
  token: string;
}

/** The expectations that it speaks to, in the words that they had, and whether those have changed since. */
export function SpeaksTo({ spoken, own }: { spoken: readonly SpokenTo[]; own?: Owned }) {
  return (
    <section class="part" aria-labelledby="_speaks-to">
      <h2 id="_speaks-to">What it speaks to</h2>
      {spoken.length === 0 && (
        <p class="quiet">
          Nothing yet.{' '}
          {own !== undefined && <a href={evidenceAddress(own.evidence.id, 'ties')}>Tie it to expectations</a>}
        </p>
      )}
      <ul class="spoken">
        {spoken.map((one) => (
          <li key={tieValue(one.tie)}>
            <p>
              <strong>
                <Name spoken={one} />
              </strong>
              , <Phrase text={one.level} />{' '}
              <span class="quiet">
                {one.said?.framework.name} {one.tie.release}
              </span>
            </p>
            {one.said !== undefined && <Said wording={one.said} summary="What it says" />}
            <Since spoken={one} own={own} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Name({ spoken: { said, competency } }: { spoken: SpokenTo }) {
  if (said === undefined) return <Phrase text={competency} />;
  return (
    <a href={expectationAddress(said.framework, said.version, said.expectation)}>
      <Phrase text={competency} />
    </a>
  );
}

function Said({ wording, summary }: { wording: Wording; summary: string }) {
  const { framework, expectation, point } = wording;
  if (point !== undefined) {
    const Text = framework.textFormat === 'markdown' ? MarkdownPhrase : Phrase;
    return (
      <p dir="auto" class="point-said">
        <Text text={point.text} />
      </p>
    );
  }
  return (
    <details class="fold">
      <summary>{summary}</summary>
      <ExpectationBody expectation={expectation} framework={framework} heading={3} />
    </details>
  );
}

/** What a newer release says instead. The evidence keeps the wording it was made against until its owner moves it. */
function Since({ spoken, own }: { spoken: SpokenTo; own: Owned | undefined }) {
  const { since, tie } = spoken;
  if (since === 'same') return null;
  if (since === 'gone') {
    return <p class="changed-since">The newest release has this no longer. What you tied it to stays.</p>;
  }
  return (
    <div class="changed-since">
      <p>The text has changed since, in {since.version}.</p>
      <Said wording={since} summary={`What ${since.version} says`} />
      {own !== undefined && (
        <form method="post" action={evidenceAddress(own.evidence.id, 'ties/wordings')}>
          <Token token={own.token} />
          <input type="hidden" name="tie" value={tieValue(tie)} />
          <button type="submit" class="button small">
            It still fits: tie it to the new text
          </button>
        </form>
      )}
    </div>
  );
}
