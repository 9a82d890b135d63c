import { DateInWords } from '../../../web/date.tsx';
import { Token } from '../../../web/form.tsx';
import type { Page } from '../../../web/page.ts';
import { Phrase } from '../../../web/text.tsx';
import { participant } from '../talk.ts';
import { nameInList } from '../views/from-level.tsx';
import { Hidden } from '../views/hidden.tsx';
import { feedbackOfTalkAddress } from './addresses.ts';
import type { AskProps } from './ask-page.tsx';
import { WayBack } from './choose-page.tsx';

/** What a colleague will see, before they are asked. */
export function checkAskPage({ talk, colleague, rows, typed, token }: AskProps): Page {
  const { chosen, question, until } = typed;
  const other = talk.mySide === 'person' ? participant(talk, 'manager') : participant(talk, 'person');
  return {
    title: `Ask ${colleague.name}?`,
    draft: true,
    section: 'conversations',
    left: <WayBack talk={talk} />,
    main: (
      <>
        <h1>
          Ask <Phrase text={colleague.name} />?
        </h1>
        <p>They are asked what they saw of these, in the wording of the level:</p>
        <ul class="prose">
          {rows
            .filter(({ expectation }) => chosen.includes(expectation.id))
            .map((row) => (
              <li key={row.expectation.id}>
                <Phrase text={nameInList(row, talk.level)} />
              </li>
            ))}
        </ul>
        {question !== '' && (
          <blockquote class="quoted" dir="auto">
            <Phrase text={question} />
          </blockquote>
        )}
        <p>
          They can answer until <DateInWords date={until} />, or decline. They see nothing of your
          conversation, and <Phrase text={other.name} /> is told that you asked them, and what.{' '}
          {colleague.email === null
            ? 'There is no mail address for them here, so tell them: they find it under “Feedback” once they sign in.'
            : 'They get a mail with a link.'}
        </p>
        <p>What they say stands with their name. You both read it once both views are revealed.</p>
        <form class="stacked" method="post" action={feedbackOfTalkAddress(talk.id)}>
          <Token token={token} />
          <Hidden name="colleague" value={colleague.id} />
          {chosen.map((id) => (
            <Hidden key={id} name="expectation" value={id} />
          ))}
          <Hidden name="question" value={question} />
          <Hidden name="until" value={until} />
          <div class="buttons">
            <button type="submit" class="button" name="checked" value="yes">
              Ask <Phrase text={colleague.name} />
            </button>
            <button type="submit" class="button second" name="checked" value="change">
              Change it
            </button>
          </div>
        </form>
      </>
    ),
  };
}
