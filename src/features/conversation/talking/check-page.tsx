import { helpedIn } from '../../../domain/agreed-record.ts';
import {
  missingIn,
  otherSide,
  refuseRecord,
  refuseSign,
  refuseWithdrawSignature,
} from '../../../domain/conversation.ts';
import { Token } from '../../../web/form.tsx';
import type { Page } from '../../../web/page.ts';
import { Phrase } from '../../../web/text.tsx';
import { talkAddress } from '../addresses.ts';
import { lineManagerOf, participant } from '../talk.ts';
import { FromLevel } from '../views/from-level.tsx';
import { Moment } from '../views/moment.tsx';
import { BackToTalk } from '../views/talk-head.tsx';
import { AgreedWords } from './agreed-words.tsx';
import { promisedIn } from './opportunities.ts';
import { Actions } from './row-actions.tsx';
import type { TalkData } from './talk-data.ts';
import type { TalkedAbout } from './talked-about.ts';

/** The whole record and the actions, before they are signed. */
export function signPage(data: TalkData): Page {
  const { talk } = data;
  return {
    title: 'Look through the record',
    section: 'conversations',
    draft: true,
    scripts: ['watch-conversation'],
    left: (
      <nav class="left" aria-label="The record">
        <BackToTalk talk={talk} />
        <p class="quiet">
          <a href={talkAddress(talk.id, 'talk')}>Back to the talk</a>
        </p>
      </nav>
    ),
    main: (
      <div class="checking" data-watch={`/api${talkAddress(talk.id)}`}>
        <h1>Look through the record</h1>
        <p class="lede">
          Once both of you have signed it is kept for good: these words, the wording they are about, both
          views, and the evidence as it was.
        </p>
        <ul class="answers">
          {data.rows.map((row) => (
            <RowShown key={row.expectation.id} data={data} row={row} />
          ))}
        </ul>
        <ActionsShown {...data} />
        <HelpedShown {...data} />
        <Signing {...data} />
      </div>
    ),
  };
}

function RowShown({ data: { talk, rows }, row }: { data: TalkData; row: TalkedAbout }) {
  const missing = missingIn(row.agreed);
  return (
    <li>
      <h2>
        <a href={`${talkAddress(talk.id, 'talk')}?show=${showing(row)}#row-${rows.indexOf(row) + 1}`}>
          <Phrase text={row.heading} />
        </a>
      </h2>
      <FromLevel row={row} level={talk.level} />
      <AgreedWords talk={talk} agreed={row.agreed} unsaid="(no reason yet)" />
      {missing.length > 0 && <p class="form-error">Still missing: {missing.join(' and ')}.</p>}
    </li>
  );
}

/** Where a row stands on the page of the talk. */
function showing({ raised, agreement }: TalkedAbout): string {
  if (raised.length > 0) return 'raised';
  return { 'seen differently': 'differences', 'left open': 'open', 'seen the same': 'same' }[agreement];
}

function ActionsShown({ talk, rows, agreed }: TalkData) {
  const promised = promisedIn(talk, rows);
  return (
    <section class="part" aria-labelledby="_actions">
      <h2 id="_actions">Actions</h2>
      {agreed.actions.length + promised.length === 0 && <p class="quiet">None.</p>}
      <Actions actions={agreed.actions} />
      {promised.length > 0 && (
        <>
          <p>With your signatures, because there was no opportunity yet:</p>
          <ul class="talk-actions">
            {promised.map(({ expectation, text }) => (
              <li key={expectation} class="opportunity">
                <strong>
                  <Phrase text={lineManagerOf(talk).name} />
                </strong>{' '}
                <Phrase text={text} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function HelpedShown({ rows }: TalkData) {
  const helped = helpedIn(rows);
  if (helped.length === 0) return null;
  return (
    <section class="part" aria-labelledby="_helped">
      <h2 id="_helped">Who this helped</h2>
      <p>{helped.join(', ')}</p>
    </section>
  );
}

function Signing(data: TalkData) {
  const { talk, side, token, rows, agreed } = data;
  const records = rows.map((row) => row.agreed);
  const refusal = refuseSign(talk.state, side, records);
  const mayWithdraw = refuseWithdrawSignature(talk.state, side) === undefined;
  const other = participant(talk, otherSide(side)).name;
  const theirs = talk.state.signed[otherSide(side)];
  return (
    <section class="part signing" aria-labelledby="_sign">
      <h2 id="_sign">Signatures</h2>
      {agreed.signatures.map(({ side: signed, by, inPlaceOf, at }) => (
        <p key={signed}>
          <Phrase text={by.name} />
          {inPlaceOf !== undefined && (
            <>
              , in place of <Phrase text={inPlaceOf.name} />
            </>
          )}
          , <Moment at={at} timeZone={talk.timeZone} />
        </p>
      ))}
      {refusal === undefined ? (
        <form method="post" action={talkAddress(talk.id, 'signatures')}>
          <Token token={token} />
          <p>
            {theirs === undefined ? (
              <>
                While <Phrase text={other} /> has not signed you can take your signature back.
              </>
            ) : (
              'Yours is the second signature: it agrees the record.'
            )}
          </p>
          <div class="buttons">
            <button type="submit" class="button">
              Sign
            </button>
            {refuseRecord(talk.state) === undefined && (
              <a href={talkAddress(talk.id, 'talk')}>Go on talking</a>
            )}
          </div>
        </form>
      ) : (
        <p>{refusal}</p>
      )}
      {mayWithdraw && (
        <form method="post" action={talkAddress(talk.id, 'signatures/withdrawals')}>
          <Token token={token} />
          <div class="buttons">
            <button type="submit" class="button second">
              Take your signature back
            </button>
          </div>
        </form>
      )}
    </section>
  );
}
