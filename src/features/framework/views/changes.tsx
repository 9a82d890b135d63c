/** Changed wording: added words underlined, removed ones struck through, and both said to screen readers. */
import { Phrase } from '../../../web/text.tsx';
import type { CellChange } from '../comparison/cells.ts';
import type { PassageChange } from '../comparison/passages.ts';
import type { Piece } from '../comparison/words.ts';

/** What the marks mean. Shown once on a page that has any. */
export function MarksExplained() {
  return (
    <p class="quiet marks-explained">
      In marked text, <ins>added words are underlined</ins> and <del>removed words are struck through</del>.
    </p>
  );
}

/** The two texts of a cell as one, with what changed. Examples are marked only where the two lists share any. */
export function MarkedText({ change }: { change: CellChange }) {
  const { text, examples, examplesShared } = change;
  return (
    <div class="marked">
      {text.map((passage, index) => (
        <p key={index} dir="auto">
          <Passage change={passage} />
        </p>
      ))}
      {examplesShared && (
        <>
          <p class="quiet">Examples, for illustration</p>
          <ul class="prose">
            {examples.map((passage, index) => (
              <li key={index} dir="auto" class="plain-text">
                <Passage change={passage} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Passage({ change }: { change: PassageChange }) {
  if (change.kind === 'changed') {
    return change.pieces.map((piece, index) => <MarkedPiece key={index} piece={piece} />);
  }
  return <MarkedPiece piece={change} />;
}

function MarkedPiece({ piece: { kind, text } }: { piece: Piece }) {
  if (kind === 'added')
    return (
      <ins>
        <Phrase text={text} />
      </ins>
    );
  if (kind === 'removed')
    return (
      <del>
        <Phrase text={text} />
      </del>
    );
  return <Phrase text={text} />;
}

/** What both levels ask for by way of proficiency. Two words are named, never put above one another. */
export function ProficiencyChange({ proficiency }: Pick<CellChange, 'proficiency'>) {
  const { before, after } = proficiency;
  if (before === undefined && after === undefined) return null;
  if (before === after) {
    return (
      <>
        Proficiency: the same, <Phrase text={after ?? ''} />
      </>
    );
  }
  return (
    <>
      Proficiency: {before === undefined ? 'not named' : <Phrase text={before} />} before,{' '}
      {after === undefined ? 'not named' : <Phrase text={after} />} now
    </>
  );
}

/** Whether any of these is read with marks. */
export function hasMarks(changes: readonly CellChange[]): boolean {
  return changes.some(({ differs, reading }) => differs && reading === 'marked');
}
