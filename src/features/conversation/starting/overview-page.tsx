import { phaseOf, refuseEnd, refuseTakeBack } from '../../../domain/conversation.ts';
import type { PublishedEdition } from '../../../domain/published.ts';
import { Done, Token } from '../../../web/form.tsx';
import type { Page } from '../../../web/page.ts';
import { Phrase } from '../../../web/text.tsx';
import { talkAddress } from '../addresses.ts';
import { sideOf, standingInWords, stepOf } from '../standing.ts';
import type { Talk } from '../talk.ts';
import { EndExplained } from '../views/end-explained.tsx';
import { About, talkTitle } from '../views/talk-head.tsx';
import { Steps, When } from './overview-parts.tsx';

interface Props {
  talk: Talk;
  wording: PublishedEdition;
  /** Id of the viewer. */
  viewer: string;
  token: string;
  done?: string | undefined;
}

const DONE: Record<string, string> = {
  started: 'Begun. Both of you are told.',
  'under-way': 'This one is under way. Another begins once it is agreed or ended.',
  submitted: 'Your view is in.',
  'taken-back': 'You took your view back. It is yours to change until you submit it again.',
  dated: 'The date is set, and both of you are told.',
  cancelled: 'The date is cancelled, and both of you are told.',
  ended: 'This conversation has ended. Both of you are told.',
};

/** Where a conversation stands, and what it asks of the viewer next. */
export function overviewPage(props: Props): Page {
  const { talk, done } = props;
  const side = sideOf(talk);
  const step = stepOf(talk);
  const mayTakeBack = talk.mySide !== undefined && refuseTakeBack(talk.state, talk.mySide) === undefined;
  const said = done === undefined ? undefined : DONE[done];
  return {
    title: talkTitle(talk),
    section: 'conversations',
    draft: true,
    scripts: ['watch-conversation'],
    main: (
      <div class="overview" data-watch={side === undefined ? undefined : `/api${talkAddress(talk.id)}`}>
        {said !== undefined && <Done>{said}</Done>}
        <h1>
          <Phrase text={talkTitle(talk)} />
        </h1>
        <p class="lede">
          <About {...props} />
        </p>
        <p class="standing">{standingInWords(talk)}</p>
        {talk.state.ended !== undefined && <EndExplained talk={talk} viewer={props.viewer} />}
        {step !== undefined && (
          <p>
            <a class="button" href={step.address}>
              {step.label}
            </a>
          </p>
        )}
        {mayTakeBack && <TakeBack {...props} />}
        <Steps {...props} />
        <When {...props} />
      </div>
    ),
    right: <WhatElse {...props} />,
  };
}

function TakeBack({ talk, token }: Props) {
  return (
    <form method="post" action={talkAddress(talk.id, 'withdrawals')}>
      <Token token={token} />
      <p class="quiet">Until the reveal you can take it back and change it.</p>
      <div class="buttons">
        <button type="submit" class="button second">
          Take your view back
        </button>
      </div>
    </form>
  );
}

function WhatElse({ talk }: Props) {
  const { state } = talk;
  const side = sideOf(talk);
  return (
    <aside class="right" aria-label="What you can do">
      <ul class="actions">
        {side !== undefined && state.revealedAt !== undefined && phaseOf(state) !== 'revealed' && (
          <li>
            <a href={talkAddress(talk.id, 'talk')}>Both views</a>
          </li>
        )}
        {side !== undefined && (
          <li>
            <a href={talkAddress(talk.id, 'pack')}>Two pages to take along</a>
          </li>
        )}
        {side !== undefined && refuseEnd(state) === undefined && (
          <li>
            <a href={talkAddress(talk.id, 'end')}>End it without agreeing</a>
          </li>
        )}
      </ul>
    </aside>
  );
}
