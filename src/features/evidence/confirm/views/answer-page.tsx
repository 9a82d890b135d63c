import { type AskAnswer, LONGEST_SENTENCE } from '../../../../domain/ask.ts';
import { DateInWords } from '../../../../web/date.tsx';
import { ErrorSummary, type FieldError, TextArea, Token } from '../../../../web/form.tsx';
import type { Page } from '../../../../web/page.ts';
import { Phrase } from '../../../../web/text.tsx';
import { answerAddress } from '../addresses.ts';
import type { AskReceived } from '../queries.ts';
import { EvidenceQuoted } from './quoted.tsx';

export const SENTENCE = '_sentence';

interface Props {
  ask: AskReceived;
  /** The address of this page: by the link, or of somebody who is signed in. */
  address: string;
  token: string;
  sentence?: string;
  errors?: readonly FieldError[];
}

/** What a colleague is asked: the text, whose it is, and two answers. */
export function answerPage({ ask, address, token, sentence = '', errors = [] }: Props): Page {
  const name = <Phrase text={ask.owner.name} />;
  return {
    title: `${errors.length > 0 ? 'Error: ' : ''}${ask.owner.name} asks you to confirm this`,
    draft: true,
    main: (
      <>
        <ErrorSummary errors={errors} />
        <h1>{name} asks: did you see this?</h1>
        <p class="lede">
          You can answer once, until <DateInWords date={ask.expiresAt.toISOString()} />. You see this text and
          nothing else of {name}’s record.
        </p>
        <EvidenceQuoted evidence={ask} />
        <form method="post" action={answerAddress(address)}>
          <Token token={token} />
          <TextArea
            id={SENTENCE}
            name="sentence"
            label="What you saw, in a sentence"
            hint="Stands beside the text with your name, for everybody who may read it. To decline, leave it empty."
            value={sentence}
            errors={errors}
            rows={3}
            maxlength={LONGEST_SENTENCE}
          />
          <p class="buttons">
            <button type="submit" class="button" name="answer" value="confirmed">
              Confirm it
            </button>
            <button type="submit" class="button second" name="answer" value="declined">
              Decline
            </button>
          </p>
        </form>
      </>
    ),
  };
}

/** What will be sent, before it is: there is no second answer. */
export function checkAnswerPage(props: Props & { answer: AskAnswer }): Page {
  const { ask, address, token, sentence = '', answer } = props;
  const name = <Phrase text={ask.owner.name} />;
  return {
    title: 'Check your answer',
    draft: true,
    main: (
      <>
        <h1>Check your answer</h1>
        {answer === 'confirmed' ? (
          <>
            <p>You confirm what {name} wrote, in these words:</p>
            <blockquote class="said asked" dir="auto">
              <Phrase text={sentence.trim()} />
            </blockquote>
            <p>They stand beside the text with your name. You cannot change them later.</p>
          </>
        ) : (
          <p>
            You decline. {name} sees that you did, and nobody else. You need not say why, and cannot answer
            later.
          </p>
        )}
        <form method="post" action={answerAddress(address)}>
          <Token token={token} />
          <input type="hidden" name="sentence" value={sentence} />
          <input type="hidden" name="answer" value={answer} />
          <p class="buttons">
            <button type="submit" class="button" name="checked" value="yes">
              {answer === 'confirmed' ? 'Send it' : 'Decline'}
            </button>
            <button type="submit" class="button second" name="checked" value="change">
              Change it
            </button>
          </p>
        </form>
      </>
    ),
  };
}

/** What somebody reads who has answered. */
export function answeredPage(ask: AskReceived): Page {
  const name = <Phrase text={ask.owner.name} />;
  const { answered } = ask;
  return {
    title: 'You have answered',
    draft: true,
    main: (
      <>
        <h1>{answered?.answer === 'confirmed' ? 'Thank you: you confirmed it' : 'You declined'}</h1>
        {answered?.sentence === undefined ? (
          <p>{name} sees that you declined, and nobody else.</p>
        ) : (
          <>
            <p>This stands beside what {name} wrote:</p>
            <blockquote class="said asked" dir="auto">
              <Phrase text={answered.sentence} />
            </blockquote>
          </>
        )}
        {answered !== undefined && (
          <p class="quiet">
            You answered on <DateInWords date={answered.at.toISOString()} />. There is nothing more to do.
          </p>
        )}
      </>
    ),
  };
}

/** What answers a link that leads nowhere, or no longer does. */
export function invalidLinkPage(): Page {
  return {
    title: 'This link is not valid',
    draft: true,
    main: (
      <>
        <h1>This link is not valid</h1>
        <p class="lede">
          It may be cut short or too old, or whoever asked took it back. There is nothing for you to do. If
          you meant to confirm something, say so to the person who asked: they can ask again.
        </p>
      </>
    ),
  };
}
