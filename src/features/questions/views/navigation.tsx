import type { Viewer } from '../../../web/session.ts';
import { QUESTIONS_ADDRESS, STEWARDS_ADDRESS } from '../addresses.ts';

/** The way between the lists of questions. */
export function QuestionNavigation({ viewer, current }: { viewer: Viewer; current?: string }) {
  const entries = [
    { address: QUESTIONS_ADDRESS, name: 'Your questions' },
    ...(viewer.stewardOf.size > 0 ? [{ address: STEWARDS_ADDRESS, name: 'For stewards' }] : []),
  ];
  return (
    <nav class="left" aria-label="Questions">
      <ol class="contents short">
        {entries.map(({ address, name }) => (
          <li key={address}>
            <a href={address} aria-current={address === current ? 'page' : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
