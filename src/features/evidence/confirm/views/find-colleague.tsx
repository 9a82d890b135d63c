import { type FieldError, TextField } from '../../../../web/form.tsx';
import { Phrase } from '../../../../web/text.tsx';
import { COLLEAGUES } from '../addresses.ts';
import type { Colleague } from '../colleagues.ts';

/** Id of the field of a name. */
export const NAME = '_name';

interface Props {
  /** The page itself, to which the name is sent. */
  action: string;
  /** Where choosing somebody leads; with an empty id, what a script puts the id behind. */
  leadsTo(id: string): string;
  /** What was typed; empty before that. */
  typed: string;
  found: readonly Colleague[];
  errors?: readonly FieldError[];
}

/** Finds somebody by name among everybody, while it is typed where there is script. Needs `find-people`. */
export function FindColleague({ action, leadsTo, typed, found, errors = [] }: Props) {
  return (
    <>
      <form method="get" action={action} data-find-people={COLLEAGUES} data-leads-to={leadsTo('')}>
        <TextField
          id={NAME}
          name="q"
          type="search"
          label="Name of a colleague"
          value={typed}
          errors={errors}
          autocomplete="off"
          maxlength={100}
        />
        <p class="buttons">
          <button type="submit" class="button second">
            Find
          </button>
        </p>
      </form>
      <div id="_people" aria-live="polite">
        <Found leadsTo={leadsTo} typed={typed} found={found} />
      </div>
    </>
  );
}

function Found({ leadsTo, typed, found }: Pick<Props, 'leadsTo' | 'typed' | 'found'>) {
  if (typed.trim() === '') return null;
  if (found.length === 0) {
    return (
      <p>
        Nobody here is called “<Phrase text={typed} />
        ”. Try a part of the name.
      </p>
    );
  }
  return (
    <ul class="documents">
      {found.map((colleague) => (
        <li key={colleague.id}>
          <a href={leadsTo(colleague.id)}>
            <Phrase text={colleague.name} />
          </a>
          <span class="quiet"> {whereabouts(colleague)}</span>
        </li>
      ))}
    </ul>
  );
}

/** "Night watch, Leith": tells people of one name apart. */
export function whereabouts({ team, site }: Pick<Colleague, 'team' | 'site'>): string {
  return [team, site].filter((part) => part !== null).join(', ');
}
