import type { ComponentChildren } from 'preact';
import { heldInWords } from '../../../domain/qualification.ts';
import { DateInWords } from '../../../web/date.tsx';
import { isPicture } from '../../../web/file-type.ts';
import { Token } from '../../../web/form.tsx';
import type { Page } from '../../../web/page.ts';
import { Phrase } from '../../../web/text.tsx';
import type { Manager } from '../queries/standing.ts';
import { QUALIFICATIONS, qualificationAddress } from '../views/addresses.ts';
import type { DoneWord } from '../views/done.ts';
import { Sharing } from '../views/sharing.tsx';
import { planPage } from '../views/shell.tsx';
import { FileLink, Warning } from './qualifications-page.tsx';
import type { Qualification } from './queries.ts';

interface Props {
  qualification: Qualification;
  managers: readonly Manager[];
  today: string;
  token: string;
  done: DoneWord | undefined;
}

/** One qualification, as its owner sees it. */
export function qualificationPage(props: Props): Page {
  const { qualification, managers, today, token, done } = props;
  const { id, name, sharedAt } = qualification;
  return planPage({
    title: name,
    current: QUALIFICATIONS,
    done,
    main: (
      <>
        <h1 dir="auto">
          <Phrase text={name} />
        </h1>
        <p class="lede">
          {capital(heldInWords(qualification, today))}.{' '}
          <Warning qualification={qualification} today={today} />
        </p>
        <Sharing
          sharedAt={sharedAt}
          managers={managers}
          shares={qualificationAddress(id, 'shares')}
          token={token}
        />
        <Facts {...props} />
      </>
    ),
    right: (
      <aside class="right" aria-label="What you can do about it">
        <ul class="actions">
          <li>
            <a href={qualificationAddress(id, 'edit')}>Change it</a>
          </li>
          <li>
            <a href={qualificationAddress(id, 'deletion')}>Delete it</a>
          </li>
        </ul>
      </aside>
    ),
  });
}

function Facts({ qualification, token }: Props) {
  const { id, body, number, from, until, file } = qualification;
  return (
    <dl class="plan-facts">
      {body !== null && (
        <Fact term="Given by">
          <Phrase text={body} />
        </Fact>
      )}
      {number !== null && (
        <Fact term="Number">
          <Phrase text={number} />
        </Fact>
      )}
      {from !== null && (
        <Fact term="From">
          <DateInWords date={from} />
        </Fact>
      )}
      {until !== null && (
        <Fact term="Until">
          <DateInWords date={until} />
        </Fact>
      )}
      {file !== null && (
        <Fact term="File">
          {isPicture(file.type) && <img class="plan-picture" src={qualificationAddress(id, 'file')} alt="" />}
          <p>
            <FileLink qualification={qualification} />
          </p>
          <form method="post" action={qualificationAddress(id, 'file/removal')}>
            <Token token={token} />
            <button type="submit" class="button small">
              Remove the file
            </button>
          </form>
        </Fact>
      )}
    </dl>
  );
}

function Fact({ term, children }: { term: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
