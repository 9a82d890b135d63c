import { Phrase } from '../../../web/text.tsx';
import { startAddress } from '../addresses.ts';
import type { Talk } from '../talk.ts';

/** What became of everything that was written, told exactly: who reads what from now on, and who does not. */
export function EndExplained({ talk, viewer }: { talk: Talk; viewer: string }) {
  const { state, person, manager } = talk;
  const byItself = state.ended?.reason !== 'ended by one side';
  const own = person.id === viewer;
  const revealed = state.revealedAt !== undefined;
  return (
    <section class="banner" aria-label="What became of what you wrote">
      <ul class="prose">
        {!revealed && (
          <li>
            {own ? 'What you wrote stays yours' : <Whose name={person.name} />}: nobody else can read it, and
            it is never revealed.
          </li>
        )}
        {!revealed && byItself && (
          <li>
            What <Phrase text={manager.name} /> had drafted was removed. It went to nobody.
          </li>
        )}
        {revealed && (
          <li>
            Both views had been revealed.{' '}
            {byItself ? (
              <>
                <Phrase text={manager.name} /> can no longer read them
                {own ? '; you can.' : '.'}
              </>
            ) : (
              'You can both go on reading them.'
            )}
          </li>
        )}
        <li>
          {state.edition > 1
            ? 'What you both signed before stays as it is, for the two who signed it.'
            : 'Nothing was agreed, so nothing of it is a record.'}
        </li>
        {state.ended?.reason === 'the manager changed' && (
          <li>
            A new line manager begins afresh: they read records that were agreed in {own ? 'your' : 'the'}{' '}
            current role, and no drafts.{own && <a href={startAddress()}> Begin a conversation with them</a>}
          </li>
        )}
      </ul>
    </section>
  );
}

function Whose({ name }: { name: string }) {
  return (
    <>
      What <Phrase text={name} /> wrote stays theirs
    </>
  );
}
