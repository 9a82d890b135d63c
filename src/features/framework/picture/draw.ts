/** The picture that stands for a page where its link is shown: 1200 by 630 pixels, as those who show it ask for. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { projectRoot } from '../../../project-root.ts';
import { xmlText } from '../../../web/xml.ts';
import { type Metrics, readMetrics } from './metrics.ts';
import { readWoff, writeTrueType } from './woff.ts';
import { drawable, setText } from './wrap.ts';

/** What stands in the picture, from top to bottom. */
export interface Words {
  above: string;
  /** Large. */
  name: string;
  below: string;
}

const FONT = 'Atkinson Hyperlegible Next';
const FONT_FILES = '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next';
const MARGIN = 88;
const WIDTH = 1200 - 2 * MARGIN;
const NAME_SIZES = [
  { size: 104, lines: 2 },
  { size: 84, lines: 3 },
  { size: 64, lines: 4 },
];

/** @returns a PNG. What the fonts cannot draw is left out. */
export async function drawPicture(words: Words): Promise<Uint8Array> {
  tools ??= loadTools();
  const { Resvg, fonts, metrics } = await tools;
  const font = { fontBuffers: fonts, defaultFontFamily: FONT, loadSystemFonts: false };
  const drawing = new Resvg(pictureInSvg(words, metrics), { font });
  try {
    const image = drawing.render();
    const png = image.asPng();
    image.free();
    return png;
  } finally {
    drawing.free();
  }
}

let tools: ReturnType<typeof loadTools> | undefined;

/** Loaded with the first picture: most visits ask for none. */
async function loadTools() {
  const { initWasm, Resvg } = await import('@resvg/resvg-wasm');
  const resolve = createRequire(join(projectRoot, 'package.json')).resolve;
  await initWasm(readFileSync(resolve('@resvg/resvg-wasm/index_bg.wasm')));
  const files = ['latin-700', 'latin-ext-700', 'latin-400', 'latin-ext-400'].map((name) =>
    readWoff(readFileSync(resolve(`${FONT_FILES}-${name}-normal.woff`))),
  );
  // Latin goes before its extension, so that its widths are the ones that count.
  const metrics = new Map(
    files
      .slice(0, 2)
      .toReversed()
      .flatMap(({ tables }) => [...readMetrics(tables)]),
  );
  return { Resvg, fonts: files.map(writeTrueType), metrics };
}

const INK = '#20221d';
const QUIET = '#5c6057';

function pictureInSvg({ above, name, below }: Words, metrics: Metrics): string {
  const { size, lines } = setText(drawable(name, metrics), metrics, WIDTH, NAME_SIZES);
  const step = size * 1.12;
  const first = 330 - (lines.length * step) / 2 + size * 0.8;
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630">',
    '<rect width="1200" height="630" fill="#fbfaf7"/>',
    textLine(oneLine(above, metrics, WIDTH), { x: MARGIN, y: 120, ...SMALL }),
    ...lines.map((text, index) =>
      textLine(text, { x: MARGIN, y: first + index * step, size, weight: 700, fill: INK }),
    ),
    MARK,
    textLine('Cairn', { x: MARGIN + 58, y: 548, size: SMALL.size, weight: 700, fill: INK }),
    textLine(oneLine(below, metrics, WIDTH - 190), { x: MARGIN + 190, y: 548, ...SMALL }),
    '</svg>',
  ].join('');
}

const SMALL = { size: 36, weight: 400, fill: QUIET };

/** The cairn of `public/cairn.svg`, in the same colours. */
const MARK = `<g transform="translate(${MARGIN} 516) scale(1.7)"><ellipse cx="12.6" cy="4.6" rx="4.4" ry="2.6" fill="#93a88f"/><ellipse cx="11.4" cy="11" rx="7.6" ry="3.2" fill="#5f8262"/><ellipse cx="12" cy="18.6" rx="11" ry="3.9" fill="#2f5d36"/></g>`;

function oneLine(text: string, metrics: Metrics, width: number): string {
  return setText(drawable(text, metrics), metrics, width, [{ size: SMALL.size, lines: 1 }]).lines[0] ?? '';
}

function textLine(
  text: string,
  look: { x: number; y: number; size: number; weight: number; fill: string },
): string {
  const { x, y, size, weight, fill } = look;
  return `<text x="${x}" y="${y}" font-family="${FONT}" font-size="${size}" font-weight="${weight}" fill="${fill}">${xmlText(text)}</text>`;
}
