import { EVIDENCE } from './addresses.ts';
import { Example } from './example.tsx';

/**
 * The box for a quick note, on every page of those who are signed in. The same bytes for all of them: its script asks who
 * they are when it opens. Without script it stays closed, and the header's link leads to a page.
 */
export function NoteBox() {
  return (
    <dialog id="_note" class="dialog note-box" aria-labelledby="_note-title">
      <form method="post" action={EVIDENCE} data-note data-draft="new">
        <label id="_note-title" class="dialog-title" for="_note-text">
          What happened?
        </label>
        <p class="hint" id="_note-example">
          <Example />
        </p>
        <textarea id="_note-text" name="text" rows={5} dir="auto" aria-describedby="_note-example" />
        <p class="note-said" role="status" />
        <div class="buttons">
          <button type="submit" class="button">
            Save <span class="key">Ctrl Enter</span>
          </button>
          <button type="button" class="button second" data-note-close>
            Close
          </button>
          <p class="quiet">Only you can read it until you share it.</p>
        </div>
      </form>
    </dialog>
  );
}
