import type { TextFile } from './format.ts';

/** Names of files that lie beside a framework and are plainly none themselves. */
const BESIDE =
  /^(?:licen[cs]e|copying|notice|readme|source|changelog|contributing|authors|code_of_conduct)(?:\.(?:txt|md|rst))?$/i;

/** Whether a file is about the folder it lies in and no competency document: a licence, a README, a JSON Schema. */
export function isBeside({ name, text }: Pick<TextFile, 'name' | 'text'>): boolean {
  const base = name.slice(name.lastIndexOf('/') + 1);
  return (
    BESIDE.test(base) ||
    base.startsWith('.') ||
    (/\.json$/i.test(base) && /^\s*\{\s*"\$schema"\s*:/.test(text))
  );
}
