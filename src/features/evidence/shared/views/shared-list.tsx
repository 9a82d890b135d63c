import { withHeading } from '../../../../domain/evidence-title.ts';
import type { PublishedFrameworks } from '../../../../domain/published.ts';
import { MarkdownText, Phrase } from '../../../../web/text.tsx';
import { Sentences } from '../../confirm/views/confirmed-by.tsx';
import { spokenTo } from '../../expectations.ts';
import { evidenceAddress } from '../../views/addresses.ts';
import { WhenAndWhat } from '../../views/evidence-text.tsx';
import { helpedName } from '../../views/helped.tsx';
import type { Shared, SharedPiece } from '../queries.ts';

/** What somebody shares, newest first: the same for the manager, and for the owner in the manager's place. */
export function SharedList(props: {
  shared: Shared;
  published: PublishedFrameworks;
  /** ISO 8601 day. */
  today: string;
  /** The address of the page. */
  address: string;
  /** The level of the pieces' headings. */
  heading?: 2 | 3;
}) {
  const { shared, published, today, address, heading = 2 } = props;
  return (
    <>
      <ol class="shared-list">
        {shared.pieces.map((piece) => (
          <Piece
            key={piece.evidence.id}
            piece={piece}
            published={published}
            today={today}
            heading={heading}
          />
        ))}
      </ol>
      <More shared={shared} address={address} />
    </>
  );
}

function Piece(props: { piece: SharedPiece; published: PublishedFrameworks; today: string; heading: 2 | 3 }) {
  const { piece, published, today } = props;
  const Heading = `h${props.heading}` as const;
  const Below = `h${(props.heading + 1) as 3 | 4}` as const;
  const { evidence, asks } = piece;
  const id = `_piece-${evidence.id}`;
  const { heading, rest } = withHeading(evidence.text);
  const confirmed = asks.filter(({ answered }) => answered?.answer === 'confirmed');
  return (
    <li class="said">
      <article aria-labelledby={id}>
        <Heading id={id} dir="auto">
          <a href={evidenceAddress(evidence.id)}>
            <Phrase text={heading} />
          </a>
        </Heading>
        <WhenAndWhat evidence={evidence} today={today} />
        {rest.trim() !== '' && <MarkdownText text={rest} headingsFrom={props.heading + 1} />}
        <Around piece={piece} published={published} />
        {confirmed.length > 0 && (
          <>
            <Below>Confirmed by</Below>
            <Sentences evidence={evidence} asks={confirmed} />
          </>
        )}
      </article>
    </li>
  );
}

/** What it speaks to and whom it helped, in a line each; what else hangs on it is on its own page. */
function Around({ piece: { evidence }, published }: { piece: SharedPiece; published: PublishedFrameworks }) {
  const spoken = evidence.ties.map((tie) => spokenTo(published, tie));
  const { links, files, helped } = evidence;
  return (
    <ul class="around">
      <li>
        {spoken.length === 0
          ? 'Not tied to an expectation'
          : `Speaks to ${spoken.map(({ competency, level }) => (level === '' ? competency : `${competency} (${level})`)).join(', ')}`}
      </li>
      {helped.length > 0 && <li>Helped {helped.map(helpedName).join(', ')}</li>}
      {links.length + files.length > 0 && <li>{attached(links.length, files.length)}</li>}
    </ul>
  );
}

/** "2 links and 1 file". */
function attached(links: number, files: number): string {
  const parts = [
    ...(links === 0 ? [] : [links === 1 ? '1 link' : `${links} links`]),
    ...(files === 0 ? [] : [files === 1 ? '1 file' : `${files} files`]),
  ];
  return `With ${parts.join(' and ')}`;
}

function More({ shared: { from, more, pieces }, address }: { shared: Shared; address: string }) {
  if (from === 0 && !more) return null;
  return (
    <p class="more">
      {from > 0 && <a href={address}>Newest ones</a>}{' '}
      {more && <a href={`${address}?from=${from + pieces.length}`}>Earlier ones</a>}
    </p>
  );
}
