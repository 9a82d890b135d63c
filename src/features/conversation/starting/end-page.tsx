import { Token } from '../../../web/form.tsx';
import type { Page } from '../../../web/page.ts';
import { Phrase } from '../../../web/text.tsx';
import { talkAddress } from '../addresses.ts';
import type { Talk } from '../talk.ts';
import { talkTitle } from '../views/talk-head.tsx';

/** Looked at before a conversation is ended, because it cannot be taken up again. */
export function endPage({ talk, token }: { talk: Talk; token: string }): Page {
  const revealed = talk.state.revealedAt !== undefined;
  return {
    title: 'End this conversation',
    section: 'conversations',
    draft: true,
    main: (
      <>
        <h1>End this conversation</h1>
        <p class="lede">
          <Phrase text={talkTitle(talk)} />
        </p>
        <ul class="prose">
          <li>
            {revealed
              ? 'Both views stay as they were revealed, for the two of you.'
              : 'What each of you wrote stays your own. Neither view is revealed, now or later.'}
          </li>
          <li>
            {talk.state.edition > 1
              ? 'The record stays as you both signed it before.'
              : 'There is no agreed record. Actions that you wrote down stay.'}
          </li>
          <li>It cannot be taken up again. You can begin another one.</li>
        </ul>
        <form method="post" action={talkAddress(talk.id, 'ends')}>
          <Token token={token} />
          <div class="buttons">
            <button type="submit" class="button">
              End it
            </button>
            <a href={talkAddress(talk.id)}>Go on with it</a>
          </div>
        </form>
      </>
    ),
  };
}
