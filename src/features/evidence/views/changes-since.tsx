import { Phrase } from '../../../web/text.tsx';
import { comparisonAddress } from '../../framework/index.ts';
import type { Changed, ChangesSince } from '../changes-since.ts';

const WORDS: Record<Changed['is'], string> = { reworded: 'reworded', new: 'new', gone: 'no longer there' };

/** What a newer release says differently from the one in force when the level was set or evidence was tied. */
export function ChangesSection({ changes }: { changes: readonly ChangesSince[] }) {
  if (changes.length === 0) return null;
  return (
    <section class="changes-since" aria-labelledby="_changes">
      <h2 id="_changes">What changed in the framework</h2>
      <p class="quiet">What you tied keeps the wording that it was tied to.</p>
      {changes.map(({ from, to, changed }) => (
        <div key={from.version}>
          <p>
            Since {from.version}, in {to.version}:
          </p>
          <ul>
            {changed.map((one) => (
              <li key={`${one.level.id} ${one.competency}`}>
                <Phrase text={one.competency} />, <Phrase text={one.level.name} />: {WORDS[one.is]}.{' '}
                {one.is === 'reworded' && (
                  <a
                    href={comparisonAddress(
                      { id: from.framework.id, version: from.version, level: one.level.id },
                      { id: to.framework.id, version: to.version, level: one.level.id },
                    )}
                  >
                    Compare<span class="visually-hidden"> the texts of {one.competency}</span>
                  </a>
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
