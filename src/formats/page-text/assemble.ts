import { NOTHING_CONFIRMED } from '../../domain/confirmation.ts';
import type { Expectation, Framework, Gap, Level, Origin, Theme } from '../../domain/framework.ts';
import { levelsInListedOrder } from '../../domain/ladder.ts';
import { inOwnOrder } from '../../domain/order.ts';
import { DEFAULT_POLICY } from '../../domain/policy.ts';
import { IdMint } from '../ids.ts';
import { inOrderOfGrade } from './level-order.ts';
import type { Entry, Located, Page } from './page-model.ts';

/**
 * Makes one framework of the pages of one family and shape. Themes of one name are one theme. Every entry of the legacy
 * shape is a row of its own; in the newer shape, where the theme itself is the competency, entries of several levels
 * share its row if their definitions are the same to the letter.
 */
export function assemble(pages: readonly Page[], id: string, name: string, key: string): Framework {
  return new Assembly(pages).framework(id, name, key);
}

class Assembly {
  readonly #pages: readonly Page[];
  readonly #levels = new Map<string, Omit<Level, 'next' | 'track'>>();
  readonly #themes = new Map<string, Theme>();
  readonly #steps = new Map<string, Framework['scale']['steps'][number]>();
  readonly #competencies: Framework['competencies'] = [];
  readonly #expectations: Expectation[] = [];
  /** Theme and definition -> the rows that are that theme; newer shape only. */
  readonly #rowsOfTheme = new Map<string, string[]>();
  /** Theme, definition and level -> how many entries the level has of it. */
  readonly #entriesOfTheme = new Map<string, number>();
  readonly #ids = {
    level: new IdMint(),
    theme: new IdMint(),
    competency: new IdMint(),
    cell: new IdMint(),
    step: new IdMint(),
  };

  constructor(pages: readonly Page[]) {
    this.#pages = pages;
    // Ids must not depend on how the files are called: rows are minted level by level, lowest first.
    const ordered = inOrderOfGrade(pages.map((page) => ({ page, name: page.level.text })));
    for (const { page } of ordered) {
      const level = this.#level(page);
      for (const entry of page.entries) this.#entry(page, entry, level);
    }
  }

  framework(id: string, name: string, key: string): Framework {
    const pages = this.#pages;
    const levelOf = (page: Page) => this.#level(page);
    return inOwnOrder({
      id,
      name,
      textFormat: 'plain',
      scale: { ordered: false, steps: [...this.#steps.values()] },
      levels: levelsInListedOrder([...this.#levels.values()]),
      themes: [...this.#themes.values()],
      competencies: this.#competencies,
      expectations: this.#expectations,
      roleProfiles: [],
      guides: [],
      policy: { ...DEFAULT_POLICY },
      proposals: [],
      lineage: [],
      confirmed: { ...NOTHING_CONFIRMED },
      accepted: [],
      gaps: gapsOf(pages),
      notices: pages.flatMap((page) =>
        page.notices.map(({ text, line, about }) => ({
          text,
          about,
          level: levelOf(page),
          origin: place(page, line),
        })),
      ),
      sourceStatus: pages.flatMap((page) =>
        page.statuses.map(({ text, line, status }) => ({
          status,
          quote: text,
          level: levelOf(page),
          origin: place(page, line),
        })),
      ),
      source: { format: 'page-text', key, files: filesOf(pages) },
    });
  }

  #level(page: Page): string {
    const { text, line } = page.level;
    const known = this.#levels.get(text.toLowerCase());
    if (known !== undefined) return known.id;
    const id = this.#ids.level.mint(text, 'level');
    this.#levels.set(text.toLowerCase(), { id, name: text, aliases: [], origin: place(page, line) });
    return id;
  }

  #entry(page: Page, entry: Entry, level: string): void {
    const theme = this.#theme(page, entry.theme);
    const competency =
      page.shape === 'newer' ? this.#rowOfTheme(page, entry, theme, level) : this.#row(page, entry, theme);
    const id = this.#ids.cell.mint(`${level} ${entry.name.text}`, 'expectation');
    const proficiency = entry.proficiency === undefined ? undefined : this.#step(page, entry.proficiency);
    this.#expectations.push({
      id,
      competency,
      level,
      ...(entry.statement.length === 0 ? {} : { statement: entry.statement.join('\n\n') }),
      points: entry.points.map((text) => ({ id: this.#ids.cell.mint(`${id} point`, 'point'), text })),
      examples: entry.examples,
      ...(proficiency === undefined ? {} : { proficiency }),
      links: [],
      state: 'present',
      origin: place(page, entry.name.line),
    });
  }

  #theme(page: Page, { text, line }: Located): string {
    const known = this.#themes.get(text.trim());
    if (known !== undefined) return known.id;
    const id = this.#ids.theme.mint(text, 'theme');
    this.#themes.set(text.trim(), { id, name: text, origin: place(page, line) });
    return id;
  }

  /** The first entry of a level joins the theme's first row, a second one, which is a duplicate, its second. */
  #rowOfTheme(page: Page, entry: Entry, theme: string, level: string): string {
    const key = JSON.stringify([theme, entry.definition]);
    const keyAtLevel = JSON.stringify([level, key]);
    const rows = this.#rowsOfTheme.get(key) ?? [];
    const count = this.#entriesOfTheme.get(keyAtLevel) ?? 0;
    const row = rows[count] ?? this.#row(page, entry, theme);
    if (rows[count] === undefined) rows.push(row);
    this.#rowsOfTheme.set(key, rows);
    this.#entriesOfTheme.set(keyAtLevel, count + 1);
    return row;
  }

  #row(page: Page, { name, definition }: Entry, theme: string): string {
    const id = this.#ids.competency.mint(name.text, 'competency');
    this.#competencies.push({
      id,
      theme,
      name: name.text,
      ...(definition === undefined ? {} : { definition }),
      origin: place(page, name.line),
    });
    return id;
  }

  #step(page: Page, { text, line }: Located): string | undefined {
    if (text === '') return undefined;
    const known = this.#steps.get(text);
    if (known !== undefined) return known.id;
    const id = this.#ids.step.mint(text, 'proficiency');
    this.#steps.set(text, { id, name: text, origin: place(page, line) });
    return id;
  }
}

/** What the pages refer to or use and do not contain: one gap of a kind for the whole framework. */
function gapsOf(pages: readonly Page[]): Gap[] {
  const gaps: Gap[] = [];
  const guide = pages.find(({ missingGuide }) => missingGuide !== undefined);
  if (guide?.missingGuide !== undefined) {
    gaps.push({
      id: 'missing-guide',
      kind: 'missing guide',
      quote: guide.missingGuide.text,
      explanation:
        'The pages refer to a guide on how to use these competencies, and none of them contains it.',
      origin: place(guide, guide.missingGuide.line),
    });
  }
  const scale = pages.find(({ entries }) => firstProficiency(entries) !== undefined);
  const word = firstProficiency(scale?.entries ?? []);
  if (scale !== undefined && word !== undefined) {
    gaps.push({
      id: 'undefined-scale',
      kind: 'undefined scale',
      quote: `Proficiency: ${word.text}`,
      explanation:
        'The pages name proficiencies, and none of them says what they mean or in which order they stand.',
      origin: place(scale, word.line),
    });
  }
  return gaps;
}

function firstProficiency(entries: readonly Entry[]): Located | undefined {
  return entries.find(({ proficiency }) => proficiency !== undefined && proficiency.text !== '')?.proficiency;
}

function filesOf(pages: readonly Page[]): Framework['source']['files'] {
  const files = new Map(pages.map(({ file }) => [file.name, { name: file.name, digest: file.digest }]));
  return [...files.values()];
}

function place({ file }: Page, line: number): Origin {
  return { file: file.name, line };
}
