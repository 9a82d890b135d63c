/** What a competency page holds, before it becomes a framework. */
import type { Notice, Status } from '../../domain/framework.ts';
import type { TextFile } from '../format.ts';
import type { Token } from './tokens.ts';

/** `newer`: a theme is itself the competency, with definition and statement. `legacy`: many competencies a theme. */
export type Shape = 'newer' | 'legacy';

export interface Located {
  text: string;
  line: number;
}

/** One competency at one level, as the page shows it. */
export interface Entry {
  theme: Located;
  name: Located;
  definition?: string;
  statement: string[];
  points: string[];
  examples: string[];
  proficiency?: Located;
}

/** The page of one level. */
export interface Page {
  file: TextFile;
  shape: Shape;
  level: Located;
  /** The job family that the page names; absent where it names none. */
  family?: string;
  notices: (Located & { about: Notice['about'] })[];
  statuses: (Located & { status: Status })[];
  /** The sentence that sends the reader to a guide which the page does not contain. */
  missingGuide?: Located;
  entries: Entry[];
}

/** What a reader of entries makes of a page's body. `head` are lines before the first entry that are not part of it. */
export interface EntriesRead {
  entries: Entry[];
  head: Token[];
}

/** Reports a part of the page to a person. */
export type Report = (at: { text: string; line: number }, message: string, remedy: string) => void;
