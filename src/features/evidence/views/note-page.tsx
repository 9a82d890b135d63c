import { type FieldError, TextArea, TextField, Token } from '../../../web/form.tsx';
import type { Page } from '../../../web/page.ts';
import { Phrase } from '../../../web/text.tsx';
import { BOOKMARK, EVIDENCE } from './addresses.ts';
import { Example } from './example.tsx';
import { KindField } from './kind-field.tsx';
import { evidencePage } from './shell.tsx';
import { type Speakable, SpeaksToField } from './speaks-to-field.tsx';

/** What the form of a new note holds, as it was sent or as the address fills it. */
export interface NoteForm {
  /** Chosen before it is sent, so that sending it twice notes it once. */
  id: string;
  text: string;
  happenedOn: string;
  kind: string;
  url: string;
  title: string;
  /** Whether the bookmark brought the page's address. */
  bookmarked: boolean;
  /** Values of the ties that are chosen. */
  speaksTo: readonly string[];
}

interface Props {
  form: NoteForm;
  token: string;
  errors: readonly FieldError[];
  /** Expectations that the address brought, to choose from. */
  speakable: readonly Speakable[];
}

/** One big field first; everything else can come later. */
export function notePage({ form, token, errors, speakable }: Props): Page {
  return evidencePage({
    title: 'Note what happened',
    errors,
    main: (
      <form class="note-form" method="post" action={EVIDENCE} data-draft="new">
        <Token token={token} />
        <input type="hidden" name="id" value={form.id} />
        {form.bookmarked && <input type="hidden" name="bookmarked" value="yes" />}
        <h1>What happened?</h1>
        <TextArea
          id="text"
          name="text"
          label={<span class="visually-hidden">What happened?</span>}
          hint={<Example />}
          value={form.text}
          errors={errors}
          rows={6}
          autofocus={errors.length === 0}
        />
        <SpeaksToField speakable={speakable} chosen={form.speaksTo} />
        <div class="buttons">
          <button type="submit" class="button">
            Save
          </button>
          <p class="quiet">Only you can read it until you share it.</p>
        </div>
        <Later form={form} errors={errors} />
      </form>
    ),
    right: (
      <aside class="right" aria-label="About this page">
        <p class="quiet">
          The key <kbd>e</kbd> opens this from any page. <a href={BOOKMARK}>A bookmark</a> brings the page you
          are on with it.
        </p>
      </aside>
    ),
  });
}

/** What may as well be said later. Open where something is filled in or wrong. */
function Later({ form, errors }: { form: NoteForm; errors: readonly FieldError[] }) {
  const open = form.url !== '' || errors.some(({ field }) => field !== 'text');
  return (
    <details class="fold later" open={open}>
      <summary>When, what kind, a link: now or later</summary>
      {form.bookmarked && (
        <p class="quiet">
          From the page <Phrase text={form.title || form.url} />.
        </p>
      )}
      <TextField
        id="happened-on"
        name="happened-on"
        type="date"
        label="When it happened"
        value={form.happenedOn}
        errors={errors}
      />
      <KindField value={form.kind} errors={errors} />
      <TextField
        id="link-url"
        name="url"
        type="url"
        inputmode="url"
        label="Link (optional)"
        hint="A ticket, a review, a change. Nothing is fetched from there."
        value={form.url}
        errors={errors}
      />
      <TextField
        id="link-title"
        name="title"
        label="What the link is (optional)"
        value={form.title}
        errors={errors}
      />
    </details>
  );
}
