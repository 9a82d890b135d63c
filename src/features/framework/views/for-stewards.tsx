import type { Edition } from '../catalogue.ts';
import { deskAddress } from '../steward/addresses.ts';
import { counted } from '../steward/counted.ts';
import { examineDraft, type Waiting } from '../steward/counts.ts';
import type { Place } from './place.ts';

/** What waits for whoever looks after the framework, with the way to it. Nothing for everybody else. */
export function ForStewards({ place }: { place: Place }) {
  const { entry, edition, viewing } = place;
  if (edition.version !== undefined || viewing.stewardOf?.has(entry.id) !== true) return null;
  const { rows, policy, findings } = waitingAt(edition, viewing.today);
  const at = (page: Parameters<typeof deskAddress>[1]) => deskAddress(entry.id, page);
  return (
    <nav aria-label="For stewards" class="for-stewards">
      <p>
        <strong>For stewards</strong>
      </p>
      <ul class="actions">
        <li>
          <a href={at('rows')}>{counted(rows, 'pair of rows', 'pairs of rows')} to look at</a>
        </li>
        <li>
          <a href={at('policy')}>{counted(policy, 'rule', 'rules')} to confirm</a>
        </li>
        <li>
          <a href={at('findings')}>{counted(findings, 'finding', 'findings')}</a>
        </li>
      </ul>
    </nav>
  );
}

/** Editions stay as they are until the catalogue is loaded again. */
const known = new WeakMap<Edition, { today: string; waiting: Waiting }>();

function waitingAt(edition: Edition, today: string): Waiting {
  const before = known.get(edition);
  if (before?.today === today) return before.waiting;
  const draft = edition.asRead ?? edition.framework;
  const { waiting } = examineDraft({ draft, readFindings: edition.readFindings ?? [] }, today);
  known.set(edition, { today, waiting });
  return waiting;
}
