import type { Finding } from '../../domain/finding.ts';
import type { Framework } from '../../domain/framework.ts';
import { DEFAULT_POLICY } from '../../domain/policy.ts';
import type { TextFile } from '../format.ts';
import { IdMint } from '../ids.ts';
import { type FrameworkFile, frameworkFile } from '../schema/folder-files.ts';
import type { Plain, PlainMap } from '../yaml-edit/plain.ts';
import { YamlSource } from '../yaml-edit/source.ts';
import { validate } from '../yaml-edit/validate.ts';

/** What `framework.yaml` holds by itself. */
export type FrameworkPart = Omit<
  Framework,
  'themes' | 'competencies' | 'expectations' | 'roleProfiles' | 'guides' | 'source'
> & {
  /** Absent where the framework was written in the folder from the start. */
  source?: Framework['source'];
};

export interface FrameworkReading {
  source: YamlSource;
  findings: Finding[];
  file?: FrameworkFile;
  part?: FrameworkPart;
}

/** Reads `framework.yaml`. */
export function readFrameworkFile(file: TextFile): FrameworkReading {
  const source = new YamlSource(file);
  const { value, findings } = validate(frameworkFile, source, source.data, { fallback });
  const all = [...source.findings, ...findings];
  if (value === undefined) return { source, findings: all };
  return { source, findings: all, file: value, part: partOf(value, source) };
}

/** What is missing and can be told from what stands beside it, so that the rest is still read. */
function fallback(key: string, part: PlainMap, around: readonly Plain[]): Plain | undefined {
  if (key === 'name')
    return typeof part.id === 'string' ? part.id : around.length === 0 ? 'Framework' : undefined;
  if (key === 'steps' || key === 'joins' || key === 'from' || key === 'to' || key === 'files') return [];
  if (key === 'explanation' || key === 'quote') return '';
  if (key !== 'id') return undefined;
  const words = [part.name, part.explanation].find((value) => typeof value === 'string');
  if (words !== undefined) return new IdMint().mint(words, 'entry');
  return around.length === 0 ? 'framework' : undefined;
}

function partOf(file: FrameworkFile, source: YamlSource): FrameworkPart {
  const placed = <T extends object>(items: readonly T[] = []) =>
    items.map((item) => ({ ...item, origin: source.origin(item) }));
  const { confirmed } = file;
  return {
    id: file.id,
    name: file.name,
    ...(file.summary === undefined ? {} : { summary: file.summary }),
    ...(file.version === undefined ? {} : { version: file.version }),
    textFormat: file.textFormat ?? 'markdown',
    scale: { ordered: file.scale?.ordered ?? false, steps: placed(file.scale?.steps) },
    levels: placed(file.levels).map(({ aliases = [], next = [], ...level }) => ({ ...level, aliases, next })),
    policy: { ...DEFAULT_POLICY, ...file.policy },
    proposals: placed(file.proposals),
    lineage: file.lineage ?? [],
    confirmed: {
      rows: confirmed?.rows ?? [],
      ...(confirmed?.refused === undefined || confirmed.refused.length === 0
        ? {}
        : { refused: confirmed.refused }),
      policy: confirmed?.policy ?? [],
      ...(confirmed?.scale === undefined ? {} : { scale: confirmed.scale }),
    },
    accepted: file.accepted ?? [],
    gaps: placed(file.gaps),
    notices: placed(file.notices),
    sourceStatus: placed(file.sourceStatus),
    ...(file.source === undefined ? {} : { source: file.source }),
  };
}
