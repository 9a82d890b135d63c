const MARKER = /^(\d{1,9})([.)])( {1,4})(?=\S)/;

/**
 * The points of a text that as a whole is a numbered Markdown list beginning at 1; undefined for any other text,
 * also for a list with a sentence before or after it: such a text stays a statement.
 */
export function numberedPoints(text: string): string[] | undefined {
  const lines = text.trim().split('\n');
  const points: string[][] = [];
  let margin = 0;
  let delimiter = '';
  for (const line of lines) {
    const marker = MARKER.exec(line);
    if (marker !== null) {
      if (Number(marker[1]) !== points.length + 1) return undefined;
      if (delimiter !== '' && delimiter !== marker[2]) return undefined;
      delimiter = marker[2] as string;
      margin = marker[0].length;
      points.push([line.slice(margin)]);
      continue;
    }
    const last = points.at(-1);
    const inside = line.trim() === '' || line.startsWith(' '.repeat(margin));
    if (last === undefined || !inside) return undefined;
    last.push(line.trim() === '' ? '' : line.slice(margin));
  }
  return points.length === 0 ? undefined : points.map((point) => point.join('\n').trimEnd());
}

/** The text of points as a numbered list; with the text they were read from, in its manner. */
export function numberedText(points: readonly string[], original?: string): string {
  const gap = original !== undefined && /\n\s*\n\d+[.)] /.test(original) ? '\n\n' : '\n';
  const delimiter = /^\s*1([.)])/.exec(original ?? '')?.[1] ?? '.';
  return points
    .map((point, index) => {
      const marker = `${index + 1}${delimiter} `;
      return marker + point.replace(/\n(?=[^\n])/g, `\n${' '.repeat(marker.length)}`);
    })
    .join(gap);
}
