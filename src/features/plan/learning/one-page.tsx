import type { PublishedFrameworks } from '../../../domain/published.ts';
import { Token } from '../../../web/form.tsx';
import type { Page } from '../../../web/page.ts';
import { Phrase } from '../../../web/text.tsx';
import type { Manager } from '../queries/standing.ts';
import { TiedList } from '../ties/tied-list.tsx';
import { tiedTo } from '../ties/tied-to.ts';
import { LEARNING, learningAddress } from '../views/addresses.ts';
import type { DoneWord } from '../views/done.ts';
import { Sharing } from '../views/sharing.tsx';
import { planPage } from '../views/shell.tsx';
import { firstLine, Parts, Written } from '../views/words.tsx';
import { When } from './learning-page.tsx';
import type { Learning } from './queries.ts';

interface Props {
  learning: Learning;
  managers: readonly Manager[];
  published: PublishedFrameworks;
  token: string;
  done: DoneWord | undefined;
}

/** One thing to learn, or learnt, as its owner sees it. */
export function learningOnePage(props: Props): Page {
  const { learning, managers, published, token, done } = props;
  const { id, text, kind, ties, sharedAt } = learning;
  return planPage({
    title: firstLine(text),
    current: LEARNING,
    done,
    main: (
      <>
        <h1 dir="auto">
          <Phrase text={firstLine(text)} />
        </h1>
        <p class="lede">
          <Parts parts={[kind, <When learning={learning} />]} />
        </p>
        {firstLine(text) !== text.trim() && <Written text={text} />}
        <Sharing
          sharedAt={sharedAt}
          managers={managers}
          shares={learningAddress(id, 'shares')}
          token={token}
        />
        <TiedList tied={ties.map((tie) => tiedTo(published, tie))} />
        <NextStep {...props} />
      </>
    ),
    right: (
      <aside class="right" aria-label="What you can do about it">
        <ul class="actions">
          <li>
            <a href={learningAddress(id, 'edit')}>Change it</a>
          </li>
          <li>
            <a href={learningAddress(id, 'deletion')}>Delete it</a>
          </li>
        </ul>
      </aside>
    ),
  });
}

function NextStep(props: Props) {
  const { learning } = props;
  if (learning.learntOn === null) return <OneButton {...props} part="completion" label="I have learnt it" />;
  if (learning.evidence !== null) {
    return (
      <p>
        It became <a href={`/evidence/${learning.evidence}`}>a piece of your evidence</a>.
      </p>
    );
  }
  return (
    <section class="part" aria-labelledby="_evidence">
      <h2 id="_evidence">Evidence</h2>
      <p>
        It happened, so it can stand among your evidence, tied to what it is tied to here. Only you can read
        it there.
      </p>
      <OneButton {...props} part="evidence" label="Make it evidence" />
    </section>
  );
}

function OneButton({
  learning,
  token,
  part,
  label,
}: Props & { part: 'completion' | 'evidence'; label: string }) {
  return (
    <form method="post" action={learningAddress(learning.id, part)}>
      <Token token={token} />
      <div class="buttons">
        <button type="submit" class="button">
          {label}
        </button>
      </div>
    </form>
  );
}
