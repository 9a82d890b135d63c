import type { TextFile } from '../../format.ts';
import { textFile } from '../../tests/files.ts';

export const FRAMEWORK = `# The harbour's own framework. Ask Ida before changing levels.
id: harbour
name: Harbour
scale:
  ordered: true
  steps:
    - id: learning
      name: Learning   # not "novice"
      definition: Does it with somebody.
    - {id: able, name: Able, definition: Does it alone.}

levels:
- id: mate
  name: Mate
  next: [pilot]
- id: pilot
  name: Pilot

themes: [signals, berths]

policy:
  steward: 'Ida'
accepted:
  - rule: passive
    quote: "is asked for"
    by: Ida
    on: 2026-01-02
    why: It is the phrase of the port.
`;

export const SIGNALS = `id: signals
name: Signals

competencies:

  # Flags come later.
  - id: lights
    name: Lights
    definition: >
      Sees and reads the lights of the port, those of
      vessels under way, and says what they mean.
    expectations:
      - id: lights.mate
        level: mate
        statement: Reads every light of the port.
        examples:
          - Told a tanker from a ferry at night
          - >-
            Saw the broken lamp on the mole
            before the evening tide
        proficiency: learning
      - id: lights.pilot
        level: pilot
        points:
          - id: p1
            text: Reads them in fog.
        proficiency: able
`;

export const BERTHS = 'id: berths\nname: Berths\n';
export const GUIDE =
  '---\nid: use\ntitle: How to use it\nkind: how-to-use\n---\n\nRead it together.\n\n## When\n\nTwice a year.\n';

/** The files of a small folder, with some of them changed or, by \`undefined\`, left out. */
export function harbour(changes: Record<string, string | undefined> = {}): TextFile[] {
  const files = {
    'port/framework.yaml': FRAMEWORK,
    'port/themes/signals.yaml': SIGNALS,
    'port/themes/berths.yaml': BERTHS,
    'port/guides/use.md': GUIDE,
    ...changes,
  };
  return Object.entries(files).flatMap(([name, text]) => (text === undefined ? [] : textFile(name, text)));
}
