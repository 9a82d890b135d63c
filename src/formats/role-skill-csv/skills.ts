import type { Finding } from '../../domain/finding.ts';
import type { Origin } from '../../domain/origin.ts';
import type { TextFile } from '../format.ts';
import { type Header, type SkillColumn, STEP_COLUMNS } from './columns.ts';
import { type Entry, readTable } from './table.ts';

/** A skill with what each step of the scale means for it. */
export interface Skill {
  name: string;
  description: string;
  /** Step -> its text; only steps that have one. In the order of the columns. */
  steps: Map<string, string>;
  origin: Origin;
}

/** Reads tables of skills. The order of their step columns is the order of the scale, lowest first. */
export class SkillTables {
  readonly skills = new Map<string, Skill>();
  readonly findings: Finding[] = [];
  readonly files = new Set<TextFile>();
  /** The scale: the step columns in their order. */
  readonly steps: string[] = [];

  read(file: TextFile, header: Header<SkillColumn>): void {
    this.files.add(file);
    const columns = STEP_COLUMNS.filter((name) => header.places.has(name)).toSorted(
      (a, b) => (header.places.get(a) ?? 0) - (header.places.get(b) ?? 0),
    );
    for (const step of columns) if (!this.steps.includes(step)) this.steps.push(step);
    let roles: { quote: string; line: number } | undefined;
    const found = readTable(file, header, (entry) => {
      this.#row(file, columns, entry);
      const quote = entry.cell('Roles that require Skill');
      if (quote !== '') roles ??= { quote, line: entry.line };
    });
    this.findings.push(...found);
    if (roles !== undefined) this.findings.push(rolesNotHeld(file, roles));
  }

  #row(file: TextFile, columns: readonly SkillColumn[], entry: Entry<SkillColumn>): void {
    const name = entry.cell('Skill Name');
    if (name.trim() === '') {
      entry.report('Skill Name', {
        severity: 'error',
        message: 'the cell is empty, so nothing says which skill the row is about, and it was not read.',
        remedy: 'Write the name of the skill, or take the row out.',
      });
      return;
    }
    const known = this.skills.get(name);
    if (known !== undefined) {
      entry.report('Skill Name', {
        severity: 'warning',
        message: `the skill has a row already, at line ${known.origin.line} of ${known.origin.file}. Only that one was read.`,
        remedy: 'Keep one row for each skill, or give the second its own name.',
      });
      return;
    }
    const steps = new Map<string, string>();
    for (const column of columns) {
      const text = entry.cell(column);
      if (text.trim() !== '') steps.set(column, text);
    }
    const description = entry.cell('Skill Description');
    this.skills.set(name, { name, description, steps, origin: { file: file.name, line: entry.line } });
  }
}

function rolesNotHeld(file: TextFile, { quote, line }: { quote: string; line: number }): Finding {
  return {
    rule: 'not-held',
    severity: 'note',
    file: file.name,
    line,
    quote: quote.slice(0, 200),
    message: `"Roles that require Skill" of ${file.name} was not read: it repeats what the table of roles says row by row.`,
    remedy: 'Nothing to do where you import the table of roles too; otherwise do that.',
  };
}
