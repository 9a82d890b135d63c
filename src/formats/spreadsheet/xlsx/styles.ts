/** How cells look: the colours of the pages, in print and on the screen. */

/** sRGB of the pages' tokens: ink, quiet text, lines, moss and its light tint, the lightest stone. */
const COLOUR = {
  ink: 'FF1E201A',
  quiet: 'FF5A5C53',
  line: 'FFDBDBD5',
  moss: 'FF325F34',
  tint: 'FFDFF1DF',
  stone: 'FFF1F0EC',
};

const FONTS = [
  `<font><sz val="11"/><color rgb="${COLOUR.ink}"/><name val="Calibri"/><family val="2"/></font>`,
  '<font><b/><sz val="11"/><color rgb="FFFFFFFF"/><name val="Calibri"/><family val="2"/></font>',
  `<font><b/><sz val="11"/><color rgb="${COLOUR.ink}"/><name val="Calibri"/><family val="2"/></font>`,
  `<font><b/><sz val="16"/><color rgb="${COLOUR.ink}"/><name val="Calibri"/><family val="2"/></font>`,
  `<font><sz val="10"/><color rgb="${COLOUR.quiet}"/><name val="Calibri"/><family val="2"/></font>`,
];
const FILLS = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
  ...[COLOUR.moss, COLOUR.tint, COLOUR.stone].map(
    (colour) =>
      `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`,
  ),
];
const LINE = `style="thin"><color rgb="${COLOUR.line}"/>`;
const BORDERS = [
  '<border><left/><right/><top/><bottom/><diagonal/></border>',
  `<border><left/><right/><top/><bottom ${LINE}</bottom><diagonal/></border>`,
  `<border><left ${LINE}</left><right ${LINE}</right><top ${LINE}</top><bottom ${LINE}</bottom><diagonal/></border>`,
];

/** Numbers of font, fill and border; whether the text stands in the middle of the cell; whether the cell keeps what is
 * typed into it as it is typed, which Excel does for names and ids, and does not show for texts of 255 characters. */
const CELLS = {
  text: { font: 0, fill: 0, border: 1 },
  header: { font: 1, fill: 2, border: 0, middle: true },
  strong: { font: 2, fill: 0, border: 1, typed: true },
  title: { font: 3, fill: 0, border: 0, middle: true },
  theme: { font: 2, fill: 3, border: 1, middle: true },
  quiet: { font: 4, fill: 0, border: 1, typed: true },
  note: { font: 4, fill: 0, border: 0 },
  write: { font: 0, fill: 4, border: 2 },
} as const;
export type StyleName = keyof typeof CELLS;

const NAMES = Object.keys(CELLS);

/** The number by which a cell names its style. 0 is what a cell without one has. */
export function styleNumber(name: StyleName): number {
  return NAMES.indexOf(name) + 1;
}

/** The part `xl/styles.xml`. */
export const STYLES = [
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
  `<fonts count="${FONTS.length}">${FONTS.join('')}</fonts>`,
  `<fills count="${FILLS.length}">${FILLS.join('')}</fills>`,
  `<borders count="${BORDERS.length}">${BORDERS.join('')}</borders>`,
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  `<cellXfs count="${NAMES.length + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`,
  ...Object.values(CELLS).map(
    (cell) =>
      `<xf numFmtId="${'typed' in cell ? 49 : 0}" fontId="${cell.font}" fillId="${cell.fill}" borderId="${cell.border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="${'middle' in cell ? 'center' : 'top'}" wrapText="1"/></xf>`,
  ),
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
].join('');

/** The font of what stands below a cell's text in the same cell. */
export const DETAIL_FONT = `<rPr><sz val="10"/><color rgb="${COLOUR.quiet}"/><rFont val="Calibri"/><family val="2"/></rPr>`;
