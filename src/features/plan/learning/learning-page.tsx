import type { PublishedFrameworks } from '../../../domain/published.ts';
import { DateInWords } from '../../../web/date.tsx';
import { Token } from '../../../web/form.tsx';
import type { Page } from '../../../web/page.ts';
import { Phrase } from '../../../web/text.tsx';
import { TiedLine } from '../ties/tied-list.tsx';
import { tiedTo } from '../ties/tied-to.ts';
import { LEARNING, learningAddress, newAddress } from '../views/addresses.ts';
import type { DoneWord } from '../views/done.ts';
import { planPage } from '../views/shell.tsx';
import { firstLine, Parts } from '../views/words.tsx';
import type { Learning } from './queries.ts';

interface Context {
  published: PublishedFrameworks;
  /** Absent where somebody else's is read. */
  token?: string;
}

/** What somebody wants to learn, and what they have learnt. */
export function learningPage(
  props: Context & { learning: readonly Learning[]; done: DoneWord | undefined },
): Page {
  const { learning, done, ...context } = props;
  return planPage({
    title: 'Your learning',
    current: LEARNING,
    done,
    main: (
      <>
        <h1>Your learning</h1>
        <p class="lede">
          What you want to learn, and what you have learnt: sessions given and attended, courses, shadowing,
          cover for the rota. Only you can read it until you share it.
        </p>
        {learning.length === 0 && (
          <p>
            Nothing is here yet. <a href={newAddress(LEARNING)}>Write down one thing</a> that you learnt this
            month.
          </p>
        )}
        <Part
          id="_wanted"
          heading="Wanted"
          learning={learning.filter(({ learntOn }) => learntOn === null)}
          {...context}
        />
        <Part
          id="_learnt"
          heading="Learnt"
          learning={learning.filter(({ learntOn }) => learntOn !== null)}
          {...context}
        />
      </>
    ),
    right: (
      <aside class="right" aria-label="What you can do here">
        <ul class="actions">
          <li>
            <a href={newAddress(LEARNING)}>Write down something to learn, or learnt</a>
          </li>
        </ul>
      </aside>
    ),
  });
}

function Part(props: Context & { id: string; heading: string; learning: readonly Learning[] }) {
  const { id, heading, learning, ...context } = props;
  if (learning.length === 0) return null;
  return (
    <section class="part" aria-labelledby={id}>
      <h2 id={id}>
        {heading} ({learning.length})
      </h2>
      <LearningList learning={learning} {...context} />
    </section>
  );
}

export function LearningList({ learning, published, token }: Context & { learning: readonly Learning[] }) {
  return (
    <ul class="plan-list">
      {learning.map((one) => (
        <li key={one.id} class="plan-entry">
          <div>
            <p class="plan-text" dir="auto">
              {token === undefined ? (
                <Phrase text={firstLine(one.text, 300)} />
              ) : (
                <a href={learningAddress(one.id)}>
                  <Phrase text={firstLine(one.text)} />
                </a>
              )}
            </p>
            <p class="quiet">
              <Parts
                parts={[
                  one.kind,
                  <When learning={one} />,
                  token !== undefined && (one.sharedAt === null ? 'only you can read it' : 'shared'),
                  one.evidence !== null && token !== undefined && (
                    <a href={`/evidence/${one.evidence}`}>became evidence</a>
                  ),
                  one.ties.length > 0 && <TiedLine tied={one.ties.map((tie) => tiedTo(published, tie))} />,
                ]}
              />
            </p>
          </div>
          {token !== undefined && one.learntOn === null && <LearntButton learning={one} token={token} />}
        </li>
      ))}
    </ul>
  );
}

export function When({ learning: { learntOn, wantedBy } }: { learning: Learning }) {
  if (learntOn !== null)
    return (
      <>
        learnt on <DateInWords date={learntOn} />
      </>
    );
  return wantedBy === null ? (
    <>wanted</>
  ) : (
    <>
      wanted by <DateInWords date={wantedBy} />
    </>
  );
}

function LearntButton({ learning, token }: { learning: Learning; token: string }) {
  return (
    <form method="post" action={learningAddress(learning.id, 'completion')}>
      <Token token={token} />
      <button type="submit" class="button small">
        Learnt<span class="visually-hidden">: {firstLine(learning.text)}</span>
      </button>
    </form>
  );
}
