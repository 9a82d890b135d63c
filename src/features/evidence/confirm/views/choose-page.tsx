import { TextField } from '../../../../web/form.tsx';
import type { Page } from '../../../../web/page.ts';
import { Phrase } from '../../../../web/text.tsx';
import { COLLEAGUES, newAskAddress } from '../addresses.ts';
import type { Colleague } from '../colleagues.ts';
import { WayToEvidence } from './quoted.tsx';

interface Props {
  evidence: string;
  /** What was typed; empty before that. */
  typed: string;
  found: readonly Colleague[];
}

/** Whom to ask: found by name among everybody. */
export function choosePage({ evidence, typed, found }: Props): Page {
  return {
    title: 'Whom do you ask?',
    draft: true,
    section: 'my-path',
    left: <WayToEvidence evidence={evidence} />,
    main: (
      <>
        <h1>Whom do you ask?</h1>
        <p class="lede">Somebody who saw it happen. Before anything is sent you see what they will see.</p>
        <form
          method="get"
          action={newAskAddress(evidence)}
          data-find-people={COLLEAGUES}
          data-leads-to={newAskAddress(evidence, '')}
        >
          <TextField
            id="_name"
            name="q"
            type="search"
            label="Name of a colleague"
            value={typed}
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
          <Found evidence={evidence} typed={typed} found={found} />
        </div>
      </>
    ),
    scripts: ['find-people'],
  };
}

function Found({ evidence, typed, found }: Props) {
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
          <a href={newAskAddress(evidence, colleague.id)}>
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
