import { SIDES } from '../../../domain/conversation.ts';
import { SelectField } from '../../../web/form.tsx';
import type { Page } from '../../../web/page.ts';
import { AuthorText, Phrase } from '../../../web/text.tsx';
import { pathAddress, talkAddress } from '../addresses.ts';
import { dayOf } from '../moments.ts';
import { AgreedWord } from '../record/recorded-rows.tsx';
import type { WholeRecord } from '../record/whole-record.ts';
import { Day } from '../views/moment.tsx';
import { Said } from '../views/said.tsx';
import { isSameWording, type Word } from './recorded.ts';

interface Compared extends Word {
  whole: WholeRecord;
}

interface Props {
  person: { id: string; name: string };
  timeZone: string;
  /** Newest first. */
  words: readonly Word[];
  one: Compared;
  two: Compared;
  /** Path of this page. */
  address: string;
}

/** Two records of one competency beside each other: what was said then and now, in words. */
export function comparePage(props: Props): Page {
  const { person, words, one, two } = props;
  const { name } = two.row.competency;
  const single = one.kept === two.kept;
  return {
    title: `${name} through time`,
    section: 'conversations',
    draft: true,
    left: (
      <nav class="left" aria-label="Where you are">
        <p class="left-title">
          <a href={pathAddress(person.id)}>
            Conversations of <Phrase text={person.name} />
          </a>
        </p>
      </nav>
    ),
    main: (
      <div class="then-and-now">
        <h1>
          <Phrase text={name} />
        </h1>
        {single ? (
          <p class="lede">It was talked about once so far.</p>
        ) : (
          <p class="lede">
            {isSameWording(one.row, two.row)
              ? 'Both times it was about the same words.'
              : 'It was about other words then: compare them below before you compare what was said.'}
          </p>
        )}
        {words.length > 2 && <Chooser {...props} />}
        <div class="side-by-side">
          {(single ? [two] : [one, two]).map((word) => (
            <Side
              key={word.kept.record.conversation}
              label={word === two ? 'Now' : 'Then'}
              word={word}
              timeZone={props.timeZone}
            />
          ))}
        </div>
      </div>
    ),
  };
}

function Side({ label, word, timeZone }: { label: string; word: Compared; timeZone: string }) {
  const { whole, row } = word;
  const { record } = whole;
  return (
    <section class="then" aria-label={`${label}: ${dayOf(record.agreedAt, timeZone)}`}>
      <h2>
        <a href={talkAddress(record.conversation, 'record')}>
          <Day at={record.agreedAt} timeZone={timeZone} />
        </a>
      </h2>
      <p class="quiet">
        <Phrase text={row.level.name} />, <Phrase text={record.framework.name} /> {record.framework.release}
      </p>
      <AgreedWord row={row} whole={whole} />
      {SIDES.map((side) => (
        <div key={side}>
          <h3>
            <Phrase text={whole.sideName(side)} /> said
          </h3>
          <Said view={row.views[side]} points={row.points} />
        </div>
      ))}
      <details class="fold">
        <summary>What was expected, in these words</summary>
        {row.statement !== undefined && (
          <AuthorText text={row.statement} format={record.framework.textFormat} />
        )}
        {row.points.length > 0 && (
          <ol class="points">
            {row.points.map(({ id, text }) => (
              <li key={id}>
                <AuthorText text={text} format={record.framework.textFormat} />
              </li>
            ))}
          </ol>
        )}
      </details>
    </section>
  );
}

function Chooser({ words, one, two, timeZone, address }: Props) {
  const options = words.map(({ kept: { record } }) => ({
    value: record.conversation,
    label: `${dayOf(record.agreedAt, timeZone)}, ${record.level.name}`,
  }));
  const groups = [{ label: 'Agreed on', options }];
  return (
    <form action={address} class="compare-form">
      <SelectField
        id="one"
        name="one"
        label="Then"
        none="Choose a record"
        value={one.kept.record.conversation}
        groups={groups}
      />
      <SelectField
        id="two"
        name="two"
        label="Now"
        none="Choose a record"
        value={two.kept.record.conversation}
        groups={groups}
      />
      <button type="submit" class="button second">
        Compare
      </button>
    </form>
  );
}
