import { Banner } from '../../../../web/banner.tsx';
import { MomentInWords } from '../../../../web/moment.tsx';
import type { Page } from '../../../../web/page.ts';
import type { Viewer } from '../../../../web/session.ts';
import { Phrase } from '../../../../web/text.tsx';
import { Whoever } from '../../views/names.tsx';
import { YouSide } from '../../you/views/you-side.tsx';
import { Opened, RecordLink } from '../record-words.tsx';
import type { BrokenGlass, Looks } from '../who-looked.ts';

export const WHO_LOOKED = '/you/who-looked';

export function whoLookedPage(props: {
  viewer: Viewer;
  looks: readonly Looks[];
  glass: readonly BrokenGlass[];
  /** Id before which earlier looks are. */
  next: string | undefined;
  timeZone: string | null;
  now: Date;
}): Page {
  const { viewer, looks, glass, next, timeZone, now } = props;
  return {
    title: 'Who looked',
    draft: true,
    section: 'you',
    left: <YouSide current={WHO_LOOKED} viewer={viewer} />,
    main: (
      <>
        <h1>Who looked</h1>
        <p class="lede">
          Each time that somebody else opens something of yours it is written down here. Nobody can remove it,
          and only you read this page.
        </p>
        {glass.map((one) => (
          <Glass key={one.id} glass={one} timeZone={timeZone} now={now} />
        ))}
        {looks.length === 0 && (
          <p>
            Nobody has opened anything of yours. What your manager or their deputy opens stands here, and what
            an administrator opens by breaking the glass.
          </p>
        )}
        <ul class="rows history">
          {looks.map(({ id, at, verb, subject, by, times }) => (
            <li key={id}>
              <p>
                <Whoever person={by} /> opened <Opened verb={verb} subject={subject} />
              </p>
              <p class="quiet">
                <MomentInWords at={at} timeZone={timeZone} />
                {times > 1 && `, ${times} times that day`}
              </p>
            </li>
          ))}
        </ul>
        {next !== undefined && (
          <p>
            <a href={`${WHO_LOOKED}?before=${next}`} rel="next">
              Earlier
            </a>
          </p>
        )}
      </>
    ),
  };
}

function Glass({ glass, timeZone, now }: { glass: BrokenGlass; timeZone: string | null; now: Date }) {
  const { administrator, recordKind, recordId, reason, openedAt, until } = glass;
  const open = until > now;
  return (
    <Banner tone={open ? 'attention' : 'plain'} label="Break-glass">
      <p>
        <Whoever person={administrator} /> {open ? 'may open' : 'could open'}{' '}
        <RecordLink kind={recordKind} id={recordId} /> of yours from{' '}
        <MomentInWords at={openedAt} timeZone={timeZone} /> until{' '}
        <MomentInWords at={until} timeZone={timeZone} />, as administrator.
      </p>
      <p>
        The reason they gave: “<Phrase text={reason} />”
      </p>
    </Banner>
  );
}
