import { CONFIRMATIONS } from '../confirm/addresses.ts';
import { OFFERS } from '../offers/addresses.ts';
import { AS_MANAGER } from '../shared/addresses.ts';
import { TRACKER } from '../tracker/addresses.ts';
import { WayBack } from './shell.tsx';

const ENTRIES = [
  { address: AS_MANAGER, name: 'What your manager sees' },
  { address: CONFIRMATIONS, name: 'Asked of you' },
  { address: OFFERS, name: 'Notes offered' },
  { address: TRACKER, name: 'Bring or take a tracker' },
];

/** What stands around somebody's evidence: who sees it, what colleagues ask and offer, and the way in and out. */
export function AroundEvidence({ current }: { current?: string }) {
  return (
    <ul class="contents short">
      {ENTRIES.map(({ address, name }) => (
        <li key={address}>
          <a href={address} aria-current={address === current ? 'page' : undefined}>
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The way back to one's own evidence from one of these pages, and to the others. */
export function AroundNavigation({ current }: { current: string }) {
  return (
    <WayBack>
      <AroundEvidence current={current} />
    </WayBack>
  );
}
