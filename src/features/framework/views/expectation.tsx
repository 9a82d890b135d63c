import { createElement } from 'preact';
import type { Expectation, ExpectationState, Framework } from '../../../domain/framework.ts';
import { isSafeLink } from '../../../web/markdown.ts';
import { AuthorText, Phrase } from '../../../web/text.tsx';
import { CopyLabel } from './actions.tsx';
import type { SheetCell } from './level-sheet.ts';
import { ProficiencyOf } from './proficiency.tsx';

interface Props {
  cell: SheetCell;
  /** What the competency means, shown under its name. */
  definition?: string | undefined;
  framework: Framework;
  /** The heading's level on its page. */
  heading: 2 | 3 | 4 | 5;
  /** Where the cell's own address leads; among earlier levels that is another page. */
  address: string;
  /** Whether this is the page that the cell belongs to, so that its anchor stands here. */
  own: boolean;
  /** Where its competency is read through all levels. */
  rowAddress?: string | undefined;
  /** Where its stewards are asked about it, for those who may ask. */
  askAddress?: string | undefined;
}

/** One cell of the framework: what a level is expected to show of a competency. */
export function ExpectationBlock(props: Props) {
  const { cell, definition, framework, heading, address, own, rowAddress, askAddress } = props;
  const { competency, expectation } = cell;
  return (
    <article class="expectation" id={own ? cell.anchor : undefined}>
      <div class="expectation-head">
        {createElement(`h${heading}`, { dir: 'auto' }, <Phrase text={cell.heading} />)}
        <span class="cell-links">
          {rowAddress !== undefined && (
            <a class="cell-link" href={rowAddress}>
              All levels
              <span class="visually-hidden">
                {' '}
                of <Phrase text={cell.heading} />
              </span>
            </a>
          )}
          <a class="cell-link" href={address} data-copy-link={own ? '' : undefined}>
            {own ? <CopyLabel /> : 'Link'}
            <span class="visually-hidden">
              {' '}
              to <Phrase text={cell.heading} />
            </span>
          </a>
        </span>
      </div>
      {competency !== undefined && competency.name !== cell.heading && (
        <p class="quiet">
          Called <Phrase text={competency.name} /> in the framework as a whole
        </p>
      )}
      {definition !== undefined && (
        <div class="definition">
          <AuthorText text={definition} format={framework.textFormat} headingsFrom={heading + 1} />
        </div>
      )}
      <ExpectationBody expectation={expectation} framework={framework} heading={heading} />
      {askAddress !== undefined && <AskLink address={askAddress} about={cell.heading} />}
    </article>
  );
}

/** The way to its stewards. */
export function AskLink({ address, about }: { address: string; about: string }) {
  return (
    <p class="ask-link">
      <a class="cell-link" href={address}>
        Ask about this wording
        <span class="visually-hidden">
          {' '}
          of <Phrase text={about} />
        </span>
      </a>
    </p>
  );
}

/** What a cell says: text, points, proficiency, examples and links, or why it says nothing. */
export function ExpectationBody(props: { expectation: Expectation; framework: Framework; heading: number }) {
  const { expectation, framework, heading } = props;
  const { statement, points, examples, proficiency, links, state } = expectation;
  const format = framework.textFormat;
  if (state !== 'present') return <p class="absent">{ABSENCES[state]}</p>;
  return (
    <>
      {statement !== undefined && <AuthorText text={statement} format={format} headingsFrom={heading + 1} />}
      {points.length > 0 && (
        <ol class="points">
          {points.map(({ id, text }) => (
            <li key={id}>
              <AuthorText text={text} format={format} headingsFrom={heading + 1} />
            </li>
          ))}
        </ol>
      )}
      {proficiency !== undefined && <ProficiencyOf step={proficiency} scale={framework.scale} />}
      {examples.length > 0 && (
        <Examples examples={examples} open={statement === undefined && points.length === 0} />
      )}
      <Links links={links} />
    </>
  );
}

const ABSENCES: Record<Exclude<ExpectationState, 'present'>, string> = {
  'not assessed': 'Not assessed at this level.',
  'to do': 'Still to be written: the framework says nothing here yet.',
  'not in use': 'Not in use at this level.',
};

/** Ways to show it, never a list to tick. Where there is nothing else to read they stand open. */
export function Examples(props: {
  examples: readonly string[];
  open: boolean;
  /** The level they belong to, where two stand together. */
  at?: string;
}) {
  const { examples, open, at } = props;
  return (
    <details class="fold examples" open={open}>
      <summary>
        Examples, for illustration
        {at !== undefined && (
          <>
            : <Phrase text={at} />
          </>
        )}
      </summary>
      <ul>
        {examples.map((example, index) => (
          <li key={index} dir="auto" class="plain-text">
            <Phrase text={example} />
          </li>
        ))}
      </ul>
    </details>
  );
}

export function Links({ links }: Pick<Expectation, 'links'>) {
  if (links.length === 0) return null;
  return (
    <ul class="links">
      {links.map(({ label, url }) => (
        <li key={url}>
          {isSafeLink(url) ? (
            <a href={url}>
              <Phrase text={label} />
            </a>
          ) : (
            <Phrase text={`${label} (${url})`} />
          )}
        </li>
      ))}
    </ul>
  );
}
