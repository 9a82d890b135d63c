import type { Page } from '../../../../web/page.ts';
import { newAskAddress } from '../addresses.ts';
import type { Colleague } from '../colleagues.ts';
import { FindColleague } from './find-colleague.tsx';
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
        <FindColleague
          action={newAskAddress(evidence)}
          leadsTo={(id) => newAskAddress(evidence, id)}
          typed={typed}
          found={found}
        />
      </>
    ),
    scripts: ['find-people'],
  };
}
