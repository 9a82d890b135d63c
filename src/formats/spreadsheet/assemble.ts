import { NOTHING_CONFIRMED } from '../../domain/confirmation.ts';
import {
  type Competency,
  EXPECTATION_STATES,
  type Expectation,
  type ExpectationState,
  type Framework,
  type Level,
  type Proficiency,
  type Theme,
} from '../../domain/framework.ts';
import { inOwnOrder } from '../../domain/order.ts';
import { DEFAULT_POLICY } from '../../domain/policy.ts';
import { IdMint } from '../ids.ts';
import { CompetencyRegister } from './competency-register.ts';
import type { Entry } from './entries.ts';
import { type FindingList, type Place, where } from './findings.ts';
import { ladder } from './ladder.ts';
import { BULLETS, linkFrom, listItems, NUMBERS } from './lists.ts';
import { Register, type Resolved } from './register.ts';
import type { SideSheets } from './side-sheets.ts';

/** The framework's content, apart from its name, id and source. */
export type Content = Omit<Framework, 'id' | 'name' | 'summary' | 'version' | 'textFormat' | 'source'>;

/** Makes one framework of the rows that belong to it. What does not fit together has a finding and is still read. */
export function assemble(
  entries: readonly Entry[],
  side: SideSheets,
  file: string,
  findings: FindingList,
): Content {
  return new Assembly(entries, side, file, findings).content();
}

class Assembly {
  readonly #side: SideSheets;
  readonly #file: string;
  readonly #findings: FindingList;
  readonly #levels: Register<Omit<Level, 'next' | 'track'>>;
  readonly #themes: Register<Theme>;
  readonly #steps: Register<Proficiency>;
  readonly #competencies: CompetencyRegister;
  readonly #expectations: Expectation[] = [];
  /** Ids of expectations and points that stand in the file or were minted. */
  readonly #ids: IdMint;
  readonly #rowOfId = new Map<string, number>();

  constructor(entries: readonly Entry[], side: SideSheets, file: string, findings: FindingList) {
    this.#side = side;
    this.#file = file;
    this.#findings = findings;
    const cells = entries.map((entry) => entry.cells);
    this.#levels = new Register(
      'level',
      [...side.levels.map((row) => row.cells), ...cells].map((row) => named(row.levelId, row.level)),
      (level) => ({ ...level, aliases: [] }),
    );
    this.#themes = new Register(
      'theme',
      [...side.themes.map((row) => row.cells), ...cells].map((row) => named(row.themeId, row.theme)),
      (theme) => ({ ...theme }),
    );
    this.#steps = new Register(
      'proficiency',
      [...side.scale.map((row) => row.cells), ...cells].map((row) =>
        named(row.proficiencyId, row.proficiency),
      ),
      (step) => ({ ...step }),
    );
    this.#competencies = new CompetencyRegister(cells);
    this.#ids = new IdMint(
      cells.flatMap((row) => [
        ...(row.expectationId === undefined ? [] : [row.expectationId]),
        ...listItems(row.pointIds, BULLETS),
      ]),
    );
    this.#readSide();
    for (const entry of entries) this.#read(entry);
  }

  content(): Content {
    const { rest, framework } = this.#side;
    const levels = ladder(this.#levels.all, this.#side, this.#levels, this.#findings);
    return inOwnOrder({
      scale: { ordered: /^\s*yes\s*$/i.test(framework.ordered ?? ''), steps: this.#steps.all },
      levels,
      themes: this.#themes.all,
      competencies: this.#competencies.all,
      expectations: this.#expectations,
      policy: { ...DEFAULT_POLICY },
      confirmed: structuredClone(NOTHING_CONFIRMED),
      proposals: [],
      lineage: [],
      accepted: [],
      gaps: [],
      notices: [],
      sourceStatus: [],
      guides: [],
      roleProfiles: [],
      ...rest,
    } as unknown as Framework);
  }

  /** Levels, themes and proficiencies stand in the order of their own sheets, where there are such. */
  #readSide(): void {
    for (const { cells, row } of this.#side.levels) {
      const level = this.#levels.resolve(cells.levelId, cells.level)?.entity;
      if (level !== undefined) level.origin = { file: this.#file, line: row };
    }
    for (const { cells, row } of this.#side.themes) {
      const theme = this.#themes.resolve(cells.themeId, cells.theme)?.entity;
      if (theme === undefined) continue;
      theme.origin = { file: this.#file, line: row };
      if (cells.summary !== undefined) theme.summary ??= cells.summary;
    }
    for (const { cells, row } of this.#side.scale) {
      const step = this.#steps.resolve(cells.proficiencyId, cells.proficiency)?.entity;
      if (step === undefined) continue;
      step.origin = { file: this.#file, line: row };
      if (cells.definition !== undefined) step.definition ??= cells.definition;
    }
  }

  #read(entry: Entry): void {
    const { cells, row, hasContent } = entry;
    const level = this.#resolved(this.#levels.resolve(cells.levelId, cells.level), entry, 'level');
    const step = this.#resolved(
      this.#steps.resolve(cells.proficiencyId, cells.proficiency),
      entry,
      'proficiency',
    );
    const theme = this.#theme(entry);
    if (theme === undefined) {
      if (hasContent) this.#lost(entry, 'theme');
      return;
    }
    const competency = this.#competency(entry, theme, level?.id);
    if (!hasContent) return;
    if (competency === undefined || level === undefined) {
      this.#lost(entry, competency === undefined ? 'competency' : 'level');
      return;
    }
    const { id, isCopy } = this.#expectationId(entry, level.name, competency.name);
    this.#competencies.fill(competency.id, level.id);
    this.#expectations.push({
      id,
      competency: competency.id,
      level: level.id,
      ...(cells.name === undefined ? {} : { name: cells.name }),
      ...(cells.statement === undefined ? {} : { statement: cells.statement }),
      points: this.#points(entry, id, isCopy),
      examples: listItems(cells.examples, BULLETS),
      ...(step === undefined ? {} : { proficiency: step.id }),
      links: listItems(cells.links, BULLETS).map(linkFrom),
      state: this.#state(entry),
      origin: { file: this.#file, line: row },
    });
  }

  /** Where a sheet has no themes, a competency is its own theme. */
  #theme(entry: Entry): Theme | undefined {
    const { cells, row } = entry;
    const ownTheme = cells.theme === undefined && cells.themeId === undefined;
    const resolved = ownTheme
      ? this.#themes.resolve(cells.competencyId, cells.competency)
      : this.#themes.resolve(cells.themeId, cells.theme);
    const theme = this.#resolved(resolved, entry, 'theme');
    if (theme !== undefined) theme.origin ??= { file: this.#file, line: row };
    return theme;
  }

  #competency(entry: Entry, theme: Theme, level: string | undefined): Competency | undefined {
    const { cells, row, hasContent } = entry;
    const resolved = this.#competencies.resolve(
      {
        id: cells.competencyId,
        name: cells.competency,
        theme,
        ownRow: cells.expectationId === undefined && hasContent,
      },
      level,
      { file: this.#file, line: row },
    );
    if (resolved === undefined) return undefined;
    const { competency, problem } = resolved;
    if (problem !== undefined) this.#contradicts(entry, 'competency', competency.name, problem);
    const { definition } = cells;
    if (definition === undefined) return competency;
    competency.definition ??= definition;
    if (competency.definition !== definition) {
      const place = entry.place('definition');
      this.#findings.tell('definition', place, {
        severity: 'warning',
        quote: definition,
        entity: competency.id,
        message: `${where(place)}: "${competency.name}" has another definition in a row above. That one was kept.`,
        remedy: 'Write the same definition in each row of a competency, or in its first row only.',
      });
    }
    return competency;
  }

  #resolved<Entity extends { id: string; name: string }>(
    resolved: Resolved<Entity> | undefined,
    entry: Entry,
    what: 'theme' | 'level' | 'proficiency',
  ): Entity | undefined {
    if (resolved === undefined) return undefined;
    const { entity, contradiction, spelling } = resolved;
    if (contradiction !== undefined) this.#contradicts(entry, what, entity.name, contradiction);
    if (spelling !== undefined) {
      const place = entry.place(what);
      this.#findings.tell(`spelling ${what}`, place, {
        severity: 'note',
        quote: entry.cells[what] ?? '',
        message: `${where(place)}: "${entry.cells[what]}" was read as the ${what} "${spelling}", which differs in case or spaces only.`,
        remedy: `Write every ${what} in one way.`,
      });
    }
    return entity;
  }

  #contradicts(
    entry: Entry,
    what: 'theme' | 'competency' | 'level' | 'proficiency',
    read: string,
    contradiction: 'name taken' | 'id taken',
  ): void {
    const place = entry.place(what);
    const why =
      contradiction === 'name taken'
        ? `its ${what} id belongs to another ${what} than its name`
        : `its ${what} id is called otherwise elsewhere`;
    this.#findings.tell(`contradiction ${what}`, place, {
      severity: 'warning',
      quote: entry.cells[what] ?? '',
      message: `${where(place)}: ${why}. It was read as "${read}".`,
      remedy: `In a copied row empty the cells of the columns that end in "id"; to rename a ${what}, rename it in every row.`,
    });
  }

  /** The id of a copied row would be there twice: the second gets one of its own. */
  #expectationId(
    { cells, row, place }: Entry,
    level: string,
    competency: string,
  ): { id: string; isCopy: boolean } {
    const given = cells.expectationId;
    const first = given === undefined ? undefined : this.#rowOfId.get(given);
    if (given !== undefined && first === undefined) {
      this.#rowOfId.set(given, row);
      return { id: given, isCopy: false };
    }
    const id = this.#ids.mint(`${level} ${competency}`, 'expectation');
    if (given === undefined || first === undefined) return { id, isCopy: false };
    this.#findings.tell('copied id', place('expectationId'), {
      severity: 'warning',
      quote: given,
      entity: id,
      message: `${where(place('expectationId'))}: row ${first} has the same id, so this row got a new one.`,
      remedy: 'Empty the cells of the columns that end in "id" in a row that you copied.',
    });
    return { id, isCopy: true };
  }

  #points({ cells, place }: Entry, expectation: string, isCopy: boolean): Expectation['points'] {
    const texts = listItems(cells.points, NUMBERS);
    const given = isCopy ? [] : listItems(cells.pointIds, BULLETS);
    if (given.length > 0 && given.length !== texts.length) {
      this.#findings.tell('point ids', place('pointIds'), {
        severity: 'warning',
        quote: cells.pointIds ?? '',
        entity: expectation,
        message: `${where(place('pointIds'))}: there are ${given.length} ids for ${texts.length} points. They were given out in order.`,
        remedy: 'Add or take away the id of each point that you added or took away.',
      });
    }
    const used = new Set<string>();
    return texts.map((text, index) => {
      const id = given[index];
      const own =
        id !== undefined && id !== '' && !used.has(id) ? id : this.#ids.mint(`${expectation} point`, 'point');
      used.add(own);
      return { id: own, text };
    });
  }

  #state({ cells, place }: Entry): ExpectationState {
    if (cells.state === undefined) return 'present';
    const wanted = cells.state.trim().toLowerCase();
    const state = EXPECTATION_STATES.find((known) => known === wanted);
    if (state !== undefined) return state;
    this.#findings.tell('state', place('state'), {
      severity: 'warning',
      quote: cells.state,
      message: `${where(place('state'))}: "${cells.state.slice(0, 60)}" is no state of an expectation. It was read as "present".`,
      remedy: `Leave the cell empty, or write one of: ${EXPECTATION_STATES.join(', ')}.`,
    });
    return 'present';
  }

  #lost(entry: Entry, what: 'theme' | 'competency' | 'level'): void {
    const place: Place = entry.place(what);
    this.#findings.tell(`no ${what}`, place, {
      rule: 'unreadable',
      severity: 'error',
      quote: Object.values(entry.cells).find((text) => text.trim() !== '') ?? '',
      message: `${where(place)}: the row names no ${what} and there is none above it, so it was not read.`,
      remedy: `Fill in the ${what} of the row.`,
    });
  }
}

function named(id: string | undefined, name: string | undefined): { id?: string; name?: string } {
  return { ...(id === undefined ? {} : { id }), ...(name === undefined ? {} : { name }) };
}
