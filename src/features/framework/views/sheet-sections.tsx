import { createElement } from 'preact';
import type { Framework } from '../../../domain/framework.ts';
import { AuthorText, Phrase } from '../../../web/text.tsx';
import { ExpectationBlock } from './expectation.tsx';
import type { LevelSheet, SheetCell, SheetSection } from './level-sheet.ts';

interface Props {
  sheet: LevelSheet;
  framework: Framework;
  /** The level of the topmost headings. */
  heading: 2 | 3 | 4;
  own: boolean;
  addressOf: (cell: SheetCell) => string;
  /** Where a competency is read through all levels. */
  rowAddressOf?: (competency: string) => string;
  /** Where the stewards are asked about an expectation, for those who may ask. */
  askAddressOf?: ((expectation: string) => string) | undefined;
}

/** A level's expectations by theme, in the framework's own order. */
export function SheetSections(props: Props) {
  return (
    <>
      {props.sheet.sections.map((section) => (
        <Section key={section.theme?.id ?? ''} section={section} {...props} />
      ))}
    </>
  );
}

const HEADING_BELOW = { 2: 3, 3: 4, 4: 5 } as const;

function Section(props: Props & { section: SheetSection }) {
  const { section, framework, heading, own, addressOf, rowAddressOf, askAddressOf } = props;
  const { theme, themeIsCompetency, cells } = section;
  const cellHeading = themeIsCompetency ? heading : HEADING_BELOW[heading];
  return (
    <section class={themeIsCompetency ? 'sheet-section single' : 'sheet-section'}>
      {!themeIsCompetency && (
        <div class="theme-head">
          {createElement(
            `h${heading}`,
            { dir: 'auto' },
            theme === undefined ? 'Not under a known theme' : <Phrase text={theme.name} />,
          )}
          {theme?.summary !== undefined && (
            <AuthorText text={theme.summary} format={framework.textFormat} headingsFrom={heading + 1} />
          )}
        </div>
      )}
      {cells.map((cell) => (
        <ExpectationBlock
          key={cell.anchor}
          cell={cell}
          definition={cell.competency?.definition ?? (themeIsCompetency ? theme?.summary : undefined)}
          framework={framework}
          heading={cellHeading}
          own={own}
          address={addressOf(cell)}
          rowAddress={cell.competency && rowAddressOf?.(cell.competency.id)}
          askAddress={askAddressOf?.(cell.expectation.id)}
        />
      ))}
    </section>
  );
}
