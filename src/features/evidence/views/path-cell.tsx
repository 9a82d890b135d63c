import { titleOf } from '../../../domain/evidence-title.ts';
import type { Level } from '../../../domain/framework.ts';
import { Phrase } from '../../../web/text.tsx';
import { expectationAddress, type SheetCell } from '../../framework/index.ts';
import { excerptOf } from '../excerpt.ts';
import type { Stones } from '../queries/stones.ts';
import { tieValue } from '../tie-value.ts';
import type { OnTheLadder } from '../where-you-are.ts';
import { evidenceAddress, speakingTo } from './addresses.ts';
import { Cairn, piecesInWords } from './cairn.tsx';

const ABSENCES = {
  'not assessed': 'Not assessed at this level.',
  'to do': 'Still to be written.',
  'not in use': 'Not in use at this level.',
} as const;

/** A competency at one level: its stones, its name, and what of one's own evidence speaks to it. */
export function PathCell(props: {
  where: OnTheLadder;
  cell: SheetCell;
  stones: Stones | undefined;
  at: Level | undefined;
  expected: boolean;
}) {
  const { where, cell, stones, at, expected } = props;
  const { framework, version } = where.edition;
  const { expectation, heading } = cell;
  const address = expectationAddress(framework, version, expectation);
  const pieces = stones?.pieces ?? 0;
  if (expectation.state !== 'present') {
    return (
      <div class="cell none">
        <h3 dir="auto">
          <Phrase text={heading} />
        </h3>
        <p class="quiet">{ABSENCES[expectation.state]}</p>
      </div>
    );
  }
  return (
    <div class={`cell${pieces === 0 ? ' none' : ''}`}>
      <Cairn pieces={pieces} seed={expectation.id} />
      <div>
        <h3 dir="auto">
          <a href={address}>
            <Phrase text={heading} />
          </a>
          {at !== undefined && <span class="visually-hidden"> at {at.name}</span>}
        </h3>
        {expected && (
          <p class="expected" dir="auto">
            <Phrase text={excerptOf(framework, expectation)} />
          </p>
        )}
        {stones !== undefined && <Pieces stones={stones} framework={framework.id} />}
        {stones === undefined && at === undefined && (
          <p class="quiet">
            Nothing yet.{' '}
            <a href={address}>
              What counts here?<span class="visually-hidden"> {heading}</span>
            </a>{' '}
            <ObjectiveLink framework={framework.id} expectation={expectation.id} heading={heading} />
          </p>
        )}
        {stones === undefined && at !== undefined && (
          <p class="quiet">
            <ObjectiveLink framework={framework.id} expectation={expectation.id} heading={heading} />
          </p>
        )}
      </div>
    </div>
  );
}

/** From a gap to something to grow in: the form of a new objective, filled. */
function ObjectiveLink(props: { framework: string; expectation: string; heading: string }) {
  const { heading, ...target } = props;
  const query = new URLSearchParams({ expectation: tieValue(target) });
  return (
    <a href={`/objectives/new?${query}`}>
      Make it an objective<span class="visually-hidden">: {heading}</span>
    </a>
  );
}

/** "4 pieces: Ran the DNS incident; Payments review; 2 more". */
function Pieces({ stones, framework }: { stones: Stones; framework: string }) {
  const { pieces, newest, expectation } = stones;
  const all = speakingTo(framework, expectation);
  const more = pieces - newest.length;
  return (
    <p class="quiet pieces">
      <a href={all}>{piecesInWords(pieces)}</a>:{' '}
      {newest.map(({ id, text }, index) => (
        <span key={id}>
          {index > 0 && '; '}
          <a href={evidenceAddress(id)}>
            <Phrase text={titleOf(text)} />
          </a>
        </span>
      ))}
      {more > 0 && `; ${more.toLocaleString('en-GB')} more`}
    </p>
  );
}
