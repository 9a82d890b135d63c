import { otherSide } from '../../../domain/conversation.ts';
import { Done, ErrorSummary, type FieldError, Token } from '../../../web/form.tsx';
import type { Page } from '../../../web/page.ts';
import { Phrase } from '../../../web/text.tsx';
import { placeAddress, talkAddress } from '../addresses.ts';
import { participant } from '../talk.ts';
import { About } from '../views/talk-head.tsx';
import type { ReturnedAnswer } from './answer-fields.tsx';
import { ActionList } from './beside.tsx';
import { Earlier, type ReturnedRaise } from './earlier.tsx';
import type { Preparation } from './preparation.ts';
import { PrepareLeft } from './prepare-left.tsx';
import { PreparedRowForm } from './prepared-row.tsx';
import { Questions } from './questions.tsx';

export interface PrepareProps {
  preparation: Preparation;
  /** Id of the viewer, under which a browser keeps what it could not send. */
  viewer: string;
  done?: string | undefined;
  errors?: readonly FieldError[];
  returned?: ReadonlyMap<string, ReturnedAnswer>;
  raise?: ReturnedRaise;
}

const DONE: Record<string, string> = {
  saved: 'Saved. Only you can read it.',
  raised: 'Raised. It stands among your rows, and nobody else knows of it yet.',
  'let-go': 'Let go.',
};

/** Everything to answer on one page. */
export function preparePage(props: PrepareProps): Page {
  const { preparation, viewer, done, errors = [], returned, raise } = props;
  const { talk, rows, token } = preparation;
  return {
    title: `${errors.length > 0 ? 'Error: ' : ''}Your view`,
    section: 'conversations',
    draft: true,
    scripts: ['save-as-you-write', 'prepare-keys'],
    left: <PrepareLeft preparation={preparation} />,
    main: (
      <div class="preparing">
        <ErrorSummary errors={errors} />
        {done !== undefined && DONE[done] !== undefined && <Done>{DONE[done]}</Done>}
        <h1>Your view</h1>
        <PrepareLede preparation={preparation} />
        <Questions {...preparation} />
        <form
          method="post"
          action={talkAddress(talk.id, 'answers')}
          {...forScript(props.preparation, viewer)}
        >
          <Token token={token} />
          {rows.map((row) => (
            <PreparedRowForm
              key={row.place}
              preparation={preparation}
              row={row}
              heading={2}
              returned={returned}
            />
          ))}
          <SaveAndCheck check={talkAddress(talk.id, 'prepare/check')} />
        </form>
        <OtherActions preparation={preparation} />
        <Earlier preparation={preparation} returned={raise} />
      </div>
    ),
  };
}

/** What the scripts that save and walk need to know. */
export function forScript({ talk }: Preparation, viewer: string) {
  return { 'data-saving-for': `${viewer}:${talk.id}` };
}

export function PrepareLede({ preparation }: { preparation: Preparation }) {
  const { talk, side } = preparation;
  const other = participant(talk, otherSide(side)).name;
  return (
    <>
      <p class="lede">
        <About talk={talk} wording={preparation.wording} />. Only you can read what you write until both views
        are submitted.
      </p>
      {talk.state.submitted[otherSide(side)] !== undefined && (
        <p class="standing">
          <Phrase text={other} /> has submitted. Once you do, both views are revealed.
        </p>
      )}
      {side === 'manager' && (
        <p class="quiet">
          What was agreed earlier is not shown while you prepare, here or anywhere: it would be what you hold
          on to. It is back once your view is in.
        </p>
      )}
      <p class="with-script quiet" role="status" data-saving>
        Saved as you write.
      </p>
    </>
  );
}

function SaveAndCheck({ check }: { check: string }) {
  return (
    <div class="buttons">
      <button type="submit" class="button" name="go-on" value={check}>
        Look through it and submit
      </button>
      <button type="submit" class="button second without-script" name="go-on" value="">
        Save
      </button>
    </div>
  );
}

/** Open actions that belong to no row of the page. */
function OtherActions({ preparation: { actions, rows } }: { preparation: Preparation }) {
  const others = actions.filter((action) => !rows.some((row) => row.actions.includes(action)));
  if (others.length === 0) return null;
  return (
    <section class="part" aria-labelledby="_actions">
      <h2 id="_actions">Other open actions</h2>
      <ActionList actions={others} />
    </section>
  );
}

/** The way to one expectation on its own. */
export function neighbours({ talk, rows }: Preparation, place: number) {
  return {
    before: place > 1 ? placeAddress(talk.id, place - 1) : undefined,
    after: place < rows.length ? placeAddress(talk.id, place + 1) : undefined,
  };
}
