import type { PublishedFrameworks } from '../../../../domain/published.ts';
import { DateInWords } from '../../../../web/date.tsx';
import type { Page } from '../../../../web/page.ts';
import { Phrase } from '../../../../web/text.tsx';
import type { Reader } from '../../queries/standing.ts';
import { EVIDENCE } from '../../views/addresses.ts';
import { AroundNavigation } from '../../views/around.tsx';
import { AS_MANAGER, AS_MANAGER_EVIDENCE, sharedAddress } from '../addresses.ts';
import type { Shared } from '../queries.ts';
import { SharedList } from './shared-list.tsx';

interface Props {
  shared: Shared;
  published: PublishedFrameworks;
  /** ISO 8601 day. */
  today: string;
}

/** What a report shares, for their line manager and whoever stands in. */
export function reportPage({ report, ...props }: Props & { report: { id: string; name: string } }): Page {
  const name = <Phrase text={report.name} />;
  return {
    title: `What ${report.name} shares`,
    draft: true,
    section: 'people',
    left: (
      <nav class="left" aria-label="Person">
        <p class="left-title">
          <a href={`/people/${report.id}`}>{name}</a>
        </p>
      </nav>
    ),
    main: (
      <>
        <h1>What {name} shares</h1>
        <p class="lede">Newest first. {name} sees when you open this page, a piece, or a file.</p>
        <SharedList {...props} address={sharedAddress(report.id)} />
        {props.shared.pieces.length === 0 && (
          <p>
            Nothing{props.shared.from > 0 ? ' further' : ' yet'}. What people note is theirs alone until they
            share it, piece by piece.
          </p>
        )}
      </>
    ),
  };
}

/** The same as its owner sees it. */
export function asManagerPage({ readers, ...props }: Props & { readers: readonly Reader[] }): Page {
  const { pieces, from } = props.shared;
  return {
    title: 'What your manager sees of your evidence',
    draft: true,
    section: 'you',
    left: <AroundNavigation current={AS_MANAGER} />,
    main: (
      <>
        <h1>What your manager sees of your evidence</h1>
        <p class="lede">
          <Seers readers={readers} />
        </p>
        <SharedList {...props} address={AS_MANAGER_EVIDENCE} />
        {pieces.length === 0 && readers.length > 0 && (
          <p>
            {from > 0 ? 'Nothing further.' : 'Nothing yet.'} <a href={EVIDENCE}>Share a piece</a> from its own
            page.
          </p>
        )}
      </>
    ),
  };
}

/** "Daniel Okafor sees this of your evidence and nothing else." */
function Seers({ readers }: { readers: readonly Reader[] }) {
  const [manager, ...others] = readers;
  if (manager === undefined) return <>You report to nobody here, so nobody sees what you share.</>;
  return (
    <>
      <Phrase text={manager.name} /> sees this of your evidence, and nothing else of it.
      {others.map(({ id, name, until }) => (
        <span key={id}>
          {' '}
          So does <Phrase text={name} />
          {until !== undefined && (
            <>
              , standing in until <DateInWords date={until} />
            </>
          )}
          .
        </span>
      ))}
    </>
  );
}
