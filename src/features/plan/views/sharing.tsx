import { DateInWords } from '../../../web/date.tsx';
import { Token } from '../../../web/form.tsx';
import { Phrase, titleText } from '../../../web/text.tsx';
import type { Manager } from '../queries/standing.ts';

/** Who can read something of one's own, and how that is changed. */
export function Sharing(props: {
  sharedAt: Date | null;
  managers: readonly Manager[];
  /** Where it is shared; it is taken back below that address. */
  shares: string;
  token: string;
}) {
  const { sharedAt, managers, shares, token } = props;
  const manager = managers.find(({ until }) => until === null);
  return (
    <div class="shared-state">
      <p>
        {sharedAt === null ? (
          'Only you can read this.'
        ) : (
          <>
            Shared since <DateInWords date={sharedAt.toISOString()} />. <Readers managers={managers} />
          </>
        )}
      </p>
      <form method="post" action={sharedAt === null ? shares : `${shares}/withdrawal`}>
        <Token token={token} />
        <button type="submit" class="button small">
          {sharedAt === null
            ? `Share with ${manager === undefined ? 'your line manager' : titleText(manager.name)}`
            : 'Take it back'}
        </button>
      </form>
    </div>
  );
}

function Readers({ managers }: { managers: readonly Manager[] }) {
  if (managers.length === 0) return <>You report to nobody here, so nobody reads it until you do.</>;
  return (
    <>
      {managers.map(({ id, name, until }, index) => (
        <span key={id}>
          {index > 0 && (index === managers.length - 1 ? ' and ' : ', ')}
          <Phrase text={name} />
          {until !== null && (
            <>
              {' '}
              (standing in until <DateInWords date={until} />)
            </>
          )}
        </span>
      ))}{' '}
      can read it.
    </>
  );
}
