/** Where in an imported source something was read. Lines and columns count from 1. */
export interface Origin {
  /** The file's name as the person who imported it named it, never an absolute path of theirs. */
  file: string;
  line: number;
  column?: number;
}
