/** A cairn: a stone for each piece of evidence. Its number always stands beside it as text. */

/** Beyond this many no more stones are drawn. */
const MOST_STONES = 7;

const WIDTH = 60;
const HEIGHT = 46;
/** Where the lowest stone lies. */
const GROUND = 39;

/** @param seed an id: the same cairn always lies in the same way */
export function Cairn({ pieces, seed }: { pieces: number; seed: string }) {
  return (
    <svg class="cairn" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden="true">
      {pieces === 0 ? (
        <ellipse class="no-stone" cx={WIDTH / 2} cy={GROUND} rx={24} ry={5.5} />
      ) : (
        stones(Math.min(pieces, MOST_STONES), seed).map((stone, index) => (
          <ellipse key={index} class={`cairn-stone stone-${index}`} {...stone} />
        ))
      )}
    </svg>
  );
}

/** From the ground up, each smaller than the one below and a little askew. */
function stones(count: number, seed: string) {
  const step = Math.min(9.2, 34 / count);
  return Array.from({ length: count }, (_, index) => {
    const [aside = 0, wider = 0] = numbersOf(`${seed} ${index}`);
    const rx = 25 - index * Math.min(4.6, 15 / count) + wider * 1.6;
    return {
      cx: round(WIDTH / 2 + aside * 2.2),
      cy: round(GROUND - index * step),
      rx: round(rx),
      ry: round(Math.min(5.4, step * 0.62)),
    };
  });
}

/** Two numbers from -1 to 1 that depend on nothing but the text. */
function numbersOf(text: string): [number, number] {
  let hash = 2_166_136_261;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619) >>> 0;
  return [(hash % 1000) / 500 - 1, ((hash >>> 12) % 1000) / 500 - 1];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** "1 piece", "9 pieces". */
export function piecesInWords(pieces: number): string {
  return pieces === 1 ? '1 piece' : `${pieces.toLocaleString('en-GB')} pieces`;
}
