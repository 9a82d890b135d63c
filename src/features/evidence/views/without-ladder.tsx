import { Banner } from '../../../web/banner.tsx';
import { Phrase } from '../../../web/text.tsx';
import { frameworkAddress, levelAddress } from '../../framework/index.ts';
import type { Reader } from '../queries/standing.ts';
import type { OnTheLadder, WhereYouAre } from '../where-you-are.ts';

/** What to do where there is no ladder to show. Noting what happens works all the same. */
export function WithoutLadder(props: {
  where: Exclude<WhereYouAre, OnTheLadder>;
  readers: readonly Reader[];
}) {
  const { where, readers } = props;
  const manager = readers.find(({ until }) => until === undefined)?.name;
  if (where.is === 'no framework') {
    return (
      <Banner tone="plain" label="No framework">
        <p>
          <strong>No framework is published here yet.</strong> Note what happens; it can be tied to
          expectations once there are some.
        </p>
      </Banner>
    );
  }
  if (where.is === 'framework gone') {
    return (
      <Banner tone="attention" label="Your level">
        <p>
          <strong>Your level cannot be shown.</strong> It is “<Phrase text={where.held.level} />” of the
          framework “<Phrase text={where.held.framework} />
          ”, and no release here has it. Ask <Phrase text={manager ?? 'an administrator'} /> to set your level
          of today. Your evidence is all here.
        </p>
      </Banner>
    );
  }
  return (
    <section class="no-level" aria-labelledby="_no-level">
      <h2 id="_no-level">No level is set for you yet</h2>
      <p>
        {manager === undefined ? (
          'You report to nobody here: an administrator sets it.'
        ) : (
          <>
            <Phrase text={manager} /> sets it, or an administrator.
          </>
        )}{' '}
        Then this page shows what your level expects beside the next one. Until then you can note what
        happens, and read what each level is about:
      </p>
      <ul class="notes">
        {where.frameworks.map(({ framework }) => (
          <li key={framework.id}>
            <a href={frameworkAddress(framework.id)}>
              <Phrase text={framework.name} />
            </a>{' '}
            <span class="quiet">
              {framework.levels.map(({ id, name }, index) => (
                <span key={id}>
                  {index > 0 && ', '}
                  <a href={levelAddress(framework.id, undefined, id)}>
                    <Phrase text={name} />
                  </a>
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The newest release has the level no longer: which one is shown instead, and who can mend it. */
export function LevelGone({ where, readers }: { where: OnTheLadder; readers: readonly Reader[] }) {
  const { goneIn, edition, own } = where;
  if (goneIn === undefined) return null;
  const manager = readers.find(({ until }) => until === undefined)?.name;
  return (
    <Banner tone="attention" label="Your level">
      <p>
        <strong>
          Release {goneIn.version} has no level “<Phrase text={own.name} />” any more.
        </strong>{' '}
        You see it as it was in {edition.version}. Ask <Phrase text={manager ?? 'an administrator'} /> to set
        your level of today.
      </p>
    </Banner>
  );
}
