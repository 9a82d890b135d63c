import type { GuideSection, Qualification, RoleProfile, Skill } from '../../domain/framework.ts';
import { IdMint } from '../ids.ts';
import { type Line, textOf } from '../lines.ts';
import { type Block, blocksOf } from '../markdown-blocks.ts';
import { withoutBrokenTables } from './broken-table.ts';
import { type Piece, paragraphText, piecesOf } from './lists.ts';
import { bareHeading, type Part, partsNamed } from './sections.ts';

/** What the body of a role profile holds. */
export type Body = Pick<RoleProfile, 'responsibilities' | 'skills' | 'qualifications' | 'sections'> &
  Partial<Pick<RoleProfile, 'introduction' | 'purpose' | 'skillsIntroduction'>> & { title?: string };

/** Reads a role profile's body. `title`, where it is known, is not taken from the first heading. */
export function readBody(file: string, lines: readonly Line[], title: string | undefined): Body {
  return new BodyReader(file).read(blocksOf(withoutBrokenTables(lines)), title);
}

/** How many of the four parts a body has: what tells a role profile from other Markdown. */
export function partsIn(lines: readonly Line[]): number {
  return new Set(blocksOf(lines).flatMap(({ heading }) => partsNamed(bareHeading(heading))[0] ?? [])).size;
}

class BodyReader {
  readonly #file: string;
  readonly #body: Body = { responsibilities: [], skills: [], qualifications: [], sections: [] };
  readonly #purpose: string[] = [];
  readonly #other: { block: Block; lines: Line[] }[] = [];
  /** The part, and the depth of the heading that opened it. */
  #part: Part | 'other' = 'other';
  #depth = 0;
  /** Whether that heading names several parts and holds nothing itself: "Skills and qualifications". */
  #isCover = false;

  constructor(file: string) {
    this.#file = file;
  }

  read(blocks: readonly Block[], title: string | undefined): Body {
    const [head, first] = blocks;
    const titled = first?.level === 1 && (title === undefined || first.heading === title) ? first : undefined;
    const introduction = textOf([...(head?.lines ?? []), ...(titled?.lines ?? [])]);
    for (const block of blocks.slice(titled === undefined ? 1 : 2)) this.#block(block);
    return {
      ...this.#body,
      ...(titled === undefined ? {} : { title: titled.heading }),
      ...(introduction === undefined ? {} : { introduction }),
      ...(this.#purpose.length === 0 ? {} : { purpose: this.#purpose.join('\n\n') }),
      sections: this.#sections(),
    };
  }

  #block(block: Block): void {
    const name = bareHeading(block.heading);
    const parts = partsNamed(name);
    const isInside = block.level > this.#depth && this.#depth > 0;
    if (isInside && this.#part === 'other') {
      this.#other.at(-1)?.lines.push({ text: block.source, number: block.line }, ...block.lines);
    } else if (isInside && this.#namesGroup(parts[0])) {
      this.#pieces(block, 'skills', name);
    } else {
      this.#open(block, parts);
    }
  }

  /** "### Must have" under "## Skills" is a group of skills; "### Responsibilities" there is a part of its own, and
   * so is "### Job skills" under "## Skills and qualifications". */
  #namesGroup(part: Part | undefined): boolean {
    if (this.#part !== 'skills' && this.#part !== 'responsibilities') return false;
    return part === undefined || (part === this.#part && !this.#isCover);
  }

  #open(block: Block, parts: readonly Part[]): void {
    const part = parts[0] ?? 'other';
    this.#part = part;
    // A first-level heading is over the whole document: what is below it does not belong to it alone.
    this.#depth = part === 'other' && block.level === 1 ? 0 : block.level;
    this.#isCover = parts.length > 1 && textOf(block.lines) === undefined;
    if (part === 'other') this.#other.push({ block, lines: [...block.lines] });
    else if (part === 'purpose') this.#purpose.push(...[textOf(block.lines) ?? []].flat());
    else this.#pieces(block, part, undefined);
  }

  /** The lines below a heading of responsibilities, skills or qualifications. `group`: the heading names a skill. */
  #pieces(block: Block, part: Exclude<Part, 'purpose'>, group: string | undefined): void {
    const pieces = piecesOf(block.lines);
    const left: Piece[] = [];
    let skill = group === undefined ? undefined : this.#skill(group, block.line);
    for (const piece of pieces) {
      if (piece.kind === 'paragraph') left.push(piece);
      else if (piece.kind === 'group' && part === 'qualifications') {
        left.push({ kind: 'paragraph', lines: [{ text: piece.text, number: piece.line }] });
      } else if (piece.kind === 'group') skill = this.#skill(piece.text, piece.line);
      else if (skill !== undefined) skill.abilities.push(piece.text);
      else if (part === 'responsibilities') this.#body.responsibilities.push(piece.text);
      else if (part === 'qualifications') this.#body.qualifications.push(qualification(piece.text));
      else {
        skill = this.#skill(bareHeading(block.heading), block.line);
        skill.abilities.push(piece.text);
      }
    }
    const text = paragraphText(left);
    if (text === undefined) return;
    const introduces =
      part === 'skills' && group === undefined && this.#body.skillsIntroduction === undefined;
    if (introduces) this.#body.skillsIntroduction = text;
    else
      this.#other.push({
        block,
        lines: left.flatMap((piece) => (piece.kind === 'paragraph' ? [...piece.lines, BLANK] : [])),
      });
  }

  #skill(name: string, line: number): Skill {
    const skill: Skill = { name, abilities: [], origin: { file: this.#file, line } };
    this.#body.skills.push(skill);
    return skill;
  }

  #sections(): GuideSection[] {
    const ids = new IdMint(this.#other.flatMap(({ block }) => block.id ?? []));
    return this.#other.map(({ block, lines }) => ({
      id: block.id ?? ids.mint(block.heading, 'section'),
      heading: block.heading,
      body: textOf(lines) ?? '',
      origin: { file: this.#file, line: block.line },
    }));
  }
}

const BLANK: Line = { text: '', number: 0 };

/** A qualification with its link. A raised mark (`<sup>®</sup>`) is shown as the mark alone. */
function qualification(text: string): Qualification {
  const link = text.trim();
  const at = link.lastIndexOf('](');
  const url = link.slice(at + 2, -1);
  if (!link.startsWith('[') || !link.endsWith(')') || at === -1 || /\s/.test(url) || url === '') {
    return { name: withoutRaised(text) };
  }
  return { name: withoutRaised(link.slice(1, at)), url };
}

function withoutRaised(text: string): string {
  return text.replace(/<\/?sup>/gi, '');
}
