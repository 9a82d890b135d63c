/** What every reader and writer of a format has in common. Formats are pure: text in, domain out, and back. */
import type { Finding } from '../domain/finding.ts';
import type { FormatId, Framework, Guide, RoleProfile } from '../domain/framework.ts';

/** A file as a person brought it. */
export interface SourceFile {
  /** Its name as the person gave it, with `/` between folders: `operations/framework.yaml`. */
  name: string;
  bytes: Uint8Array;
}

/** A file after decoding: what readers get. */
export interface TextFile extends SourceFile {
  /** Decoded text, without a byte order mark, line ends as they were. Empty for a workbook, which is no text. */
  text: string;
  /** `sha256:` and the hexadecimal digest of `bytes`. */
  digest: string;
}

/** What a reader understood. Everything readable is here; everything that is not has a finding. */
export interface ReadResult {
  frameworks: Framework[];
  /** Guides that name no framework they could belong to by themselves. */
  guides: Guide[];
  roleProfiles: RoleProfile[];
  findings: Finding[];
}

/** A reader. `recognises` looks at content as well as the name, is quick, and never throws. */
export interface Format {
  id: FormatId;
  /** What people call it, e.g. "page text". */
  label: string;
  recognises(file: TextFile): boolean;
  /** For a format of several files that only mean something together, e.g. a folder around its `framework.yaml`:
   * the files of an import that belong to it, looked at before any format is asked about a single file. */
  claims?(files: readonly TextFile[]): readonly TextFile[];
  /** Reads all recognised files of one import together: pages of one family join into one framework. */
  read(files: readonly TextFile[]): ReadResult;
}

/** What a target format cannot hold, listed before anything is written. */
export interface Loss {
  /** Id of the entity that loses something, or the framework's. */
  entity: string;
  /** What is lost, for a person: "the definition of Incident management". */
  what: string;
}

/** What a writer makes of a framework. */
export interface Written {
  files: SourceFile[];
  losses: Loss[];
}

/** A result with nothing in it. */
export function nothingRead(): ReadResult {
  return { frameworks: [], guides: [], roleProfiles: [], findings: [] };
}

/** Joins the results of several readers. */
export function joinResults(results: readonly ReadResult[]): ReadResult {
  return {
    frameworks: results.flatMap(({ frameworks }) => frameworks),
    guides: results.flatMap(({ guides }) => guides),
    roleProfiles: results.flatMap(({ roleProfiles }) => roleProfiles),
    findings: results.flatMap(({ findings }) => findings),
  };
}
