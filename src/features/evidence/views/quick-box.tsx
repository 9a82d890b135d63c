import { Token } from '../../../web/form.tsx';
import { EVIDENCE } from './addresses.ts';
import { Example } from './example.tsx';

/** One line, one key. It grows while somebody types; without script it is a form like any other. */
export function QuickBox({ token, newId, example }: { token: string; newId: string; example: boolean }) {
  return (
    <form class="quick-box" method="post" action={EVIDENCE} data-note data-draft="new">
      <Token token={token} />
      <input type="hidden" name="id" value={newId} />
      <label class="visually-hidden" for="_happened">
        What happened?
      </label>
      <textarea
        id="_happened"
        name="text"
        rows={1}
        dir="auto"
        placeholder="What happened?"
        aria-describedby={example ? '_happened-example' : undefined}
      />
      <span class="key with-script" aria-hidden="true">
        e
      </span>
      <button type="submit" class="button">
        Save
      </button>
      {example && (
        <p class="quiet" id="_happened-example">
          <Example />
        </p>
      )}
      <p class="note-said" role="status" />
    </form>
  );
}
