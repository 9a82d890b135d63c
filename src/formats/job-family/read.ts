import { NOTHING_CONFIRMED } from '../../domain/confirmation.ts';
import { type Finding, quoted } from '../../domain/finding.ts';
import type { Competency, Expectation, Framework, Theme } from '../../domain/framework.ts';
import { levelsInListedOrder } from '../../domain/ladder.ts';
import { inOwnOrder } from '../../domain/order.ts';
import { DEFAULT_POLICY } from '../../domain/policy.ts';
import type { TextFile } from '../format.ts';
import { IdMint } from '../ids.ts';
import type { PlainMap } from '../yaml-edit/plain.ts';
import { YamlSource } from '../yaml-edit/source.ts';
import { validate } from '../yaml-edit/validate.ts';
import { numberedPoints } from './points.ts';
import { type JobFamilyEntry, type JobFamilyFile, jobFamilyFile, UUID } from './schema.ts';

/** A job family as it was read: its file, what is wrong with it, and the framework if there is one. */
export interface JobFamilyReading {
  source: YamlSource;
  findings: Finding[];
  framework?: Framework;
  /** `legacy`: an entry is a competency with examples. `newer`: a theme is the competency, an entry its text. */
  shape?: 'legacy' | 'newer';
}

/** Reads one job family file. Everything readable is read; ids and texts are kept to the letter. */
export function readJobFamily(file: TextFile): JobFamilyReading {
  const source = new YamlSource(file);
  const { value, findings } = validate(jobFamilyFile, source, source.data, { fallback });
  const all = [...source.findings, ...findings];
  if (value === undefined) return { source, findings: all };
  const shape = shapeOf(value);
  const framework = inOwnOrder({
    ...frameworkOf(value, file),
    ...(shape === 'newer' ? newerContent(value, source) : legacyContent(value, source)),
  });
  return { source, findings: [...all, ...oddParts(value, source)], framework, shape };
}

/** Minted where the source has none, so that the rest of the part is still read. */
function fallback(key: string, part: PlainMap): string | never[] | undefined {
  if (key === 'levels' || key === 'themes' || key === 'competencies') return [];
  const named = typeof part.name === 'string' ? part.name : undefined;
  if (key === 'name')
    return typeof part.id === 'string' ? part.id : 'levels' in part ? 'Job family' : undefined;
  if (key !== 'id') return undefined;
  const text = named ?? (typeof part.summary === 'string' ? part.summary : undefined);
  return text === undefined ? undefined : new IdMint().mint(text, 'entry');
}

/** Told apart by content: themes with definitions and one entry a cell, or entries without examples. */
function shapeOf({ themes, competencies }: JobFamilyFile): 'legacy' | 'newer' {
  const cells = new Set(competencies.map(({ level, theme }) => JSON.stringify([level, theme])));
  const oneACell = cells.size === competencies.length;
  const defined = themes.some(({ summary }) => summary !== undefined);
  if (competencies.some(({ examples = [] }) => examples.length > 0))
    return defined && oneACell ? 'newer' : 'legacy';
  if (defined) return 'newer';
  return oneACell && competencies.every(({ examples }) => examples === undefined) ? 'newer' : 'legacy';
}

/** Says whether two files are the same family: by its sheet, which outlives a new name, else by its name. */
export function sourceKey({ googleSheetId, name }: Pick<JobFamilyFile, 'googleSheetId' | 'name'>): string {
  return `job-family:${googleSheetId || name}`;
}

function frameworkOf(family: JobFamilyFile, file: TextFile): Omit<Framework, 'levels' | ContentKey> {
  return {
    id: new IdMint().mint(family.name, 'framework'),
    name: family.name,
    ...(family.summary === undefined ? {} : { summary: family.summary }),
    roleProfiles: [],
    guides: [],
    policy: { ...DEFAULT_POLICY },
    proposals: [],
    lineage: [],
    confirmed: structuredClone(NOTHING_CONFIRMED),
    accepted: [],
    gaps: [],
    notices: [],
    sourceStatus: [],
    source: {
      format: 'job-family',
      key: sourceKey(family),
      files: [{ name: file.name, digest: file.digest }],
    },
  };
}

type ContentKey = 'textFormat' | 'scale' | 'themes' | 'competencies' | 'expectations';
type Content = Pick<Framework, 'levels' | ContentKey | 'sourceStatus'>;

function newerContent(family: JobFamilyFile, source: YamlSource): Content {
  const pointIds = new IdMint();
  const competencies = family.themes.map(
    (theme): Competency => ({
      id: theme.id,
      theme: theme.id,
      name: theme.name,
      ...(theme.summary === undefined ? {} : { definition: theme.summary }),
      origin: source.origin(theme),
    }),
  );
  const scale = new Scale(source);
  const expectations = family.competencies.map((entry): Expectation => {
    const points = numberedPoints(entry.summary);
    const text = points === undefined ? { statement: entry.summary } : {};
    const pointList = (points ?? []).map((point, index) => ({
      id: pointIds.mint(`${entry.id}-${index + 1}`, 'point'),
      text: point,
    }));
    return { ...cell(entry, entry.theme, scale, source), ...text, points: pointList };
  });
  const themes = family.themes.map(({ id, name }, index) =>
    themeOf({ id, name }, family.themes[index], source),
  );
  return {
    ...common(family, source),
    textFormat: 'markdown',
    themes,
    competencies,
    expectations,
    scale: scale.words(),
  };
}

function legacyContent(family: JobFamilyFile, source: YamlSource): Content {
  const rowIds = new IdMint();
  const scale = new Scale(source);
  const rows = family.competencies.map((entry) => {
    const id = rowIds.mint(entry.summary, 'competency');
    const origin = source.origin(entry);
    const row: Competency = { id, theme: entry.theme, name: entry.summary, origin };
    return { row, expectation: { ...cell(entry, id, scale, source), points: [] } };
  });
  return {
    ...common(family, source),
    textFormat: 'plain',
    themes: family.themes.map((theme) => themeOf({ ...theme }, theme, source)),
    competencies: rows.map(({ row }) => row),
    expectations: rows.map(({ expectation }) => expectation),
    scale: scale.words(),
  };
}

function themeOf(theme: Theme, from: unknown, source: YamlSource): Theme {
  return { ...theme, origin: source.origin(from) };
}

function common(family: JobFamilyFile, source: YamlSource): Pick<Content, 'levels' | 'sourceStatus'> {
  const levels = family.levels.map((level) => ({ ...level, aliases: [], origin: source.origin(level) }));
  const legacy = source.childOf(family, 'isLegacy')?.range?.[0] ?? 0;
  return {
    levels: levelsInListedOrder(levels),
    sourceStatus: family.isLegacy
      ? [{ status: 'legacy', quote: 'isLegacy: true', origin: source.place(legacy) }]
      : [],
  };
}

function cell(
  entry: JobFamilyEntry,
  competency: string,
  scale: Scale,
  source: YamlSource,
): Omit<Expectation, 'points' | 'statement'> {
  return {
    id: entry.id,
    competency,
    level: entry.level,
    examples: [...(entry.examples ?? [])],
    ...(entry.proficiency === undefined ? {} : { proficiency: scale.stepOf(entry.proficiency, entry) }),
    links: (entry.supportingUrls ?? []).map(({ label, url }) => ({ label, url })),
    state: 'present',
    origin: source.origin(entry),
  };
}

/** The proficiency words in the order in which they are used. The format defines neither order nor meaning. */
class Scale {
  readonly #source: YamlSource;
  readonly #ids = new IdMint();
  readonly #steps = new Map<string, Framework['scale']['steps'][number]>();

  constructor(source: YamlSource) {
    this.#source = source;
  }

  stepOf(name: string, entry: object): string {
    let step = this.#steps.get(name);
    if (step === undefined) {
      const at = this.#source.childOf(entry, 'proficiency')?.range?.[0] ?? 0;
      step = { id: this.#ids.mint(name, 'step'), name, origin: this.#source.place(at) };
      this.#steps.set(name, step);
    }
    return step.id;
  }

  words(): Framework['scale'] {
    return { ordered: false, steps: [...this.#steps.values()] };
  }
}

/** What the format's own schema would refuse and Cairn can read. */
function oddParts(family: JobFamilyFile, source: YamlSource): Finding[] {
  return family.competencies.flatMap((entry) => {
    const findings: Finding[] = [];
    if (!UUID.test(entry.id)) {
      findings.push({
        rule: 'unexpected-part',
        severity: 'note',
        ...source.place(source.childOf(entry, 'id')?.range?.[0] ?? 0),
        entity: entry.id,
        quote: quoted(entry.id),
        message: 'The id is not a UUID, as the format asks for. It was kept as it is.',
        remedy: 'Leave it if other tools refer to it; evidence will refer to it as it stands.',
      });
    }
    if (entry.proficiency === undefined) {
      findings.push({
        rule: 'unexpected-part',
        severity: 'warning',
        ...source.origin(entry),
        entity: entry.id,
        quote: quoted(entry.summary),
        message: 'The entry has no proficiency, which the format asks for.',
        remedy: 'Add one of the words of your scale.',
      });
    }
    return findings;
  });
}
