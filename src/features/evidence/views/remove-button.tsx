import { Token } from '../../../web/form.tsx';
import { titleText } from '../../../web/text.tsx';
import { evidenceAddress, type Part } from './addresses.ts';
import type { Adding } from './own-props.ts';

/** Takes one thing off a piece of evidence. */
export function RemoveButton(props: {
  removal: Adding;
  part: Part;
  field: string;
  value: string;
  what: string;
}) {
  const { removal, part, field, value, what } = props;
  return (
    <form method="post" action={evidenceAddress(removal.evidence, part)} class="removal">
      <Token token={removal.token} />
      <input type="hidden" name={field} value={value} />
      <button type="submit" class="quiet">
        Remove<span class="visually-hidden"> {titleText(what)}</span>
      </button>
    </form>
  );
}
