import type { Finding } from '../../domain/finding.ts';
import type { Origin } from '../../domain/origin.ts';
import type { TextFile } from '../format.ts';
import type { Header, RoleColumn } from './columns.ts';
import { type Entry, readTable } from './table.ts';

/** The roles of one family, with the skills that their levels require. */
export interface Family {
  name: string;
  roles: Map<string, Role>;
  skills: Map<string, RequiredSkill>;
  files: Set<TextFile>;
}

export interface Role {
  name: string;
  description: string;
  levels: Map<string, RoleLevel>;
  origin: Origin;
}

export interface RoleLevel {
  name: string;
  description: string;
  requirements: Requirement[];
  origin: Origin;
}

export interface RequiredSkill {
  name: string;
  description: string;
  origin: Origin;
}

/** One row of the table: the step of a skill that a role level requires, and what that step means. */
export interface Requirement {
  skill: string;
  step: string;
  text: string;
  origin: Origin;
}

/** Reads tables of roles row by row into families; what a row repeats of rows before it is not kept again. */
export class RoleTables {
  readonly families = new Map<string, Family>();
  readonly findings: Finding[] = [];
  /** What each level requires so far: by skill, and by skill, step and text for rows that repeat. */
  readonly #before = new WeakMap<RoleLevel, Map<string, Requirement[]>>();
  /** Where the row at hand stands. */
  #here: Origin = { file: '', line: 1 };

  read(file: TextFile, header: Header<RoleColumn>): void {
    const types = new Map<string, Origin>();
    const found = readTable(file, header, (entry) => {
      this.#row(file, header, entry);
      const type = entry.cell('Role Type');
      if (type !== '' && !types.has(type)) types.set(type, { file: file.name, line: entry.line });
    });
    for (const finding of found) this.findings.push(finding);
    const first = types.entries().next().value;
    if (first !== undefined) this.findings.push(typesNotHeld(first[1], [...types.keys()]));
  }

  #row(file: TextFile, header: Header<RoleColumn>, entry: Entry<RoleColumn>): void {
    const lacks = (['Role', 'Role Level', 'Skill Name'] as const).find(
      (name) => entry.cell(name).trim() === '',
    );
    if (lacks !== undefined) {
      entry.report(lacks, {
        severity: 'error',
        message: 'the cell is empty, so the row requires nothing of nobody and was not read.',
        remedy: `Fill in "${lacks}", or take the row out.`,
      });
      return;
    }
    this.#here = { file: file.name, line: entry.line };
    const family = this.#family(file, header, entry);
    const role = this.#role(family, entry);
    const level = this.#level(role, entry);
    this.#skill(family, entry);
    this.#requirement(level, entry);
  }

  #family(file: TextFile, header: Header<RoleColumn>, entry: Entry<RoleColumn>): Family {
    const given = entry.cell('Role Family');
    const name =
      given.trim() === '' ? file.name.slice(file.name.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '') : given;
    if (name !== given && header.places.has('Role Family')) {
      entry.report('Role Family', {
        severity: 'warning',
        message: `the cell is empty, so the role was put into a family called "${name}" after the file.`,
        remedy: 'Write the family that the role belongs to.',
      });
    }
    let family = this.families.get(name);
    if (family === undefined) {
      family = { name, roles: new Map(), skills: new Map(), files: new Set() };
      this.families.set(name, family);
    }
    family.files.add(file);
    return family;
  }

  #role(family: Family, entry: Entry<RoleColumn>): Role {
    const name = entry.cell('Role');
    const known = family.roles.get(name);
    if (known !== undefined) {
      this.#sameText(entry, 'Role Description', known.description, known.origin);
      return known;
    }
    const role: Role = {
      name,
      description: entry.cell('Role Description'),
      levels: new Map(),
      origin: this.#here,
    };
    family.roles.set(name, role);
    return role;
  }

  #level(role: Role, entry: Entry<RoleColumn>): RoleLevel {
    const name = entry.cell('Role Level');
    const known = role.levels.get(name);
    if (known !== undefined) {
      this.#sameText(entry, 'Role Level Description', known.description, known.origin);
      return known;
    }
    const description = entry.cell('Role Level Description');
    const level: RoleLevel = { name, description, requirements: [], origin: this.#here };
    role.levels.set(name, level);
    return level;
  }

  #skill(family: Family, entry: Entry<RoleColumn>): void {
    const name = entry.cell('Skill Name');
    const known = family.skills.get(name);
    const description = entry.cell('Skill Description');
    if (known === undefined) family.skills.set(name, { name, description, origin: this.#here });
    else this.#sameText(entry, 'Skill Description', known.description, known.origin);
  }

  /** The first text stands; what another row says otherwise is told. */
  #sameText(entry: Entry<RoleColumn>, column: RoleColumn, text: string, origin: Origin): void {
    if (entry.cell(column) === text) return;
    entry.report(column, {
      severity: 'warning',
      message: `the text differs from the row at line ${origin.line} of ${origin.file}, which speaks of the same thing. The first text was kept.`,
      remedy: 'Say the same in both rows.',
    });
  }

  #requirement(level: RoleLevel, entry: Entry<RoleColumn>): void {
    const required: Requirement = {
      skill: entry.cell('Skill Name'),
      step: entry.cell('Skill Level'),
      text: entry.cell('Skill Level Description'),
      origin: this.#here,
    };
    const before = this.#before.get(level) ?? new Map<string, Requirement[]>();
    this.#before.set(level, before);
    const key = JSON.stringify([required.skill, required.step, required.text]);
    const same = before.get(key)?.[0];
    if (same !== undefined) {
      entry.report('Skill Name', {
        severity: 'warning',
        message: `the row repeats the one at line ${same.origin.line}, so it was read once.`,
        remedy: 'Take out one of the two, or name the skill that was meant.',
      });
      return;
    }
    before.set(key, [required]);
    const others = before.get(required.skill) ?? [];
    if (others.length > 0) {
      entry.report('Skill Level', {
        severity: 'warning',
        message: `the role level requires this skill already, otherwise, at line ${others[0]?.origin.line ?? 1}. This row became a competency of its own.`,
        remedy: 'Keep the row that is right, or confirm that both are one competency.',
      });
    }
    others.push(required);
    before.set(required.skill, others);
    level.requirements.push(required);
  }
}

function typesNotHeld(origin: Origin, types: readonly string[]): Finding {
  return {
    rule: 'not-held',
    severity: 'note',
    ...origin,
    quote: types.join(', ').slice(0, 200),
    message: `Cairn has no place for what "Role Type" says (${types.slice(0, 5).join(', ').slice(0, 200)}). The file itself is kept as it is.`,
    remedy: 'Nothing to do, unless people should read it: then write it into the description of the role.',
  };
}
