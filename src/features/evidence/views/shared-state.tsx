import { DateInWords } from '../../../web/date.tsx';
import { Token } from '../../../web/form.tsx';
import { Phrase } from '../../../web/text.tsx';
import type { Reader } from '../queries/standing.ts';
import { evidenceAddress } from './addresses.ts';
import type { OwnProps } from './own-props.ts';

/** Who can read it: the first thing to know about one's own evidence. */
export function SharedState({ evidence, readers, mayTakeBack, token }: OwnProps) {
  const { id, sharedAt } = evidence;
  if (sharedAt === undefined) return <p class="shared-state">Only you can read this.</p>;
  return (
    <div class="shared-state shared">
      <p>
        Shared since <DateInWords date={sharedAt} />. <WhoReads readers={readers} />
      </p>
      {mayTakeBack.may ? (
        <form method="post" action={evidenceAddress(id, 'shares/withdrawal')}>
          <Token token={token} />
          <button type="submit" class="button small">
            Take it back
          </button>
        </form>
      ) : (
        <p class="quiet">It can no longer be taken back. {mayTakeBack.why}</p>
      )}
    </div>
  );
}

function WhoReads({ readers }: { readers: readonly Reader[] }) {
  if (readers.length === 0) {
    return <>You report to nobody here, so nobody reads it until you do.</>;
  }
  return (
    <>
      {readers.map(({ id, name, until }, index) => (
        <span key={id}>
          {index > 0 && (index === readers.length - 1 ? ' and ' : ', ')}
          <Phrase text={name} />
          {until !== undefined && (
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

/** The names of those who would read it, for the button that shares. */
export function shareLabel(readers: readonly Reader[]): string {
  const manager = readers.find(({ until }) => until === undefined);
  return manager === undefined ? 'Share with your line manager' : `Share with ${manager.name}`;
}
