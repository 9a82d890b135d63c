import { createElement } from 'preact';
import type { Framework } from '../../../domain/framework.ts';
import { AuthorText, Phrase } from '../../../web/text.tsx';
import { ExpectationBlock } from './expectation.tsx';
import type { LevelSheet, SheetCell, SheetSection } from './level-sheet.ts';

interface Props {
  sheet: LevelSheet;
  framework: Framework;
  /** The level of the topmost headings. */
  heading: 2 | 4;
  own: boolean;
  addressOf: (cell: SheetCell) => string;
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

function Section({ section, framework, heading, own, addressOf }: Props & { section: SheetSection }) {
  const { theme, themeIsCompetency, cells } = section;
  const cellHeading = themeIsCompetency ? heading : heading === 2 ? 3 : 5;
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
        />
      ))}
    </section>
  );
}
