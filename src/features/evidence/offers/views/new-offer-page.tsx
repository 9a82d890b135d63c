import { LONGEST_TEXT, type Problem } from '../../../../domain/evidence.ts';
import { DateInWords } from '../../../../web/date.tsx';
import { ErrorSummary, TextArea, TextField, Token } from '../../../../web/form.tsx';
import type { Page } from '../../../../web/page.ts';
import { MarkdownText, Phrase } from '../../../../web/text.tsx';
import { offersToAddress } from '../addresses.ts';

export interface OfferForm {
  text: string;
  happenedOn: string;
}

interface Props {
  to: { id: string; name: string };
  form: OfferForm;
  token: string;
  errors?: readonly Problem[];
}

/** Where somebody writes a note for a colleague. */
export function newOfferPage({ to, form, token, errors = [] }: Props): Page {
  const name = <Phrase text={to.name} />;
  return {
    title: `${errors.length > 0 ? 'Error: ' : ''}Offer ${to.name} a note`,
    draft: true,
    section: 'people',
    main: (
      <>
        <ErrorSummary errors={errors} />
        <h1>Offer {name} a note</h1>
        <p class="lede">
          Something {name} did that you saw. It goes into no record by itself: they read it, change what they
          like, and accept it or leave it.
        </p>
        <form method="post" action={offersToAddress(to.id)}>
          <Token token={token} />
          <TextArea
            id="text"
            name="text"
            label="What happened?"
            hint="What they did, and what came of it. You can use Markdown."
            value={form.text}
            errors={errors}
            rows={5}
            maxlength={LONGEST_TEXT}
            required
          />
          <TextField
            id="happened-on"
            name="happened-on"
            type="date"
            label="When"
            value={form.happenedOn}
            errors={errors}
          />
          <p class="buttons">
            <button type="submit" class="button">
              Go on
            </button>
          </p>
        </form>
      </>
    ),
  };
}

/** What the receiver will read, before it is sent. */
export function checkOfferPage({ to, form, token }: Props): Page {
  const name = <Phrase text={to.name} />;
  return {
    title: `Offer this to ${to.name}?`,
    draft: true,
    section: 'people',
    main: (
      <>
        <h1>Offer this to {name}?</h1>
        <section class="wording" aria-label="Your note">
          <p class="quiet">
            <DateInWords date={form.happenedOn} />
          </p>
          <MarkdownText text={form.text} headingsFrom={2} />
        </section>
        <p>
          {name} reads it with your name and decides. You see whether it was taken, not what they make of it.
          Until they answer you can take it back.
        </p>
        <form method="post" action={offersToAddress(to.id)}>
          <Token token={token} />
          <input type="hidden" name="text" value={form.text} />
          <input type="hidden" name="happened-on" value={form.happenedOn} />
          <p class="buttons">
            <button type="submit" class="button" name="checked" value="yes">
              Offer it
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
