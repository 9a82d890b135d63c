/** What later features hold of a person, for what is the same for all of it: taking it along, and having it erased. */
import type { Transaction } from 'kysely';
import type { ComponentChildren } from 'preact';
import type { Schema } from '../../../db/schema.ts';
import type { Viewer } from '../../../web/session.ts';

/** Somebody who asks for what is held about themselves. */
export interface Asking {
  viewer: Viewer;
  now: Date;
  /** Opens a transaction as them. Not inside another one, and never around a question to the library of signing in. */
  asThem<T>(work: (db: Transaction<Schema>) => Promise<T>): Promise<T>;
}

/** A file of theirs, read when its turn comes. */
export interface PersonalFile {
  /** Its place among the others, e.g. `0193…/photo.png`. */
  path: string;
  /** In bytes. */
  size: number;
  read(): Promise<Uint8Array>;
}

export interface PersonalPart {
  /** Everything, as data. */
  data: object;
  /** The same for reading, as Markdown, without a title. */
  markdown: string;
  files?: readonly PersonalFile[];
}

/** What erasing somebody does to it, each as a sentence. */
export interface ErasurePreview {
  /** What goes, e.g. "12 pieces of evidence, with their files". */
  goes: readonly string[];
  /** What stays, and how it will read. */
  stays: readonly string[];
}

/** One feature's part of what is held about a person. */
export interface PersonalRecord {
  /** Names its files in the archive, e.g. `evidence`. */
  name: string;
  title: string;
  /** Everything that is held of them. Names of other people stay where they are part of what happened; their e-mail
   * addresses are left out. */
  gather(asking: Asking): Promise<PersonalPart>;
  erasure(asking: Asking): Promise<ErasurePreview>;
  /** What their manager sees of it, for them to look at. Absent where a manager sees nothing. */
  asManager?(asking: Asking): Promise<ComponentChildren>;
}
