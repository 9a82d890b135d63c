import { applyPatch, structuredPatch } from 'diff';
import type { Guide, RoleProfile } from '../../domain/framework.ts';
import type { Loss, SourceFile, TextFile } from '../format.ts';
import { readGuide, writeGuide } from '../guide-markdown/index.ts';
import { readRoleProfile, writeRoleProfile } from '../role-profile/index.ts';
import { editedFile, utf8File } from '../yaml-edit/encode.ts';
import { textFile } from '../yaml-edit/text-file.ts';
import { fileNames } from './file-names.ts';
import type { Page } from './read.ts';

/** Markdown files by the id of what they hold, and what they cannot hold. */
export interface WrittenPages {
  files: Map<string, SourceFile>;
  losses: Loss[];
}

export function rolePages(
  profiles: readonly RoleProfile[],
  before: readonly Page<RoleProfile>[],
  prefix: string,
) {
  return writePages(profiles, before, prefix, {
    folder: 'roles',
    read: (file) => readRoleProfile(file).profile,
    write: writeRoleProfile,
    nameOf: ({ title }) => `the role profile "${title}"`,
  });
}

export function guidePages(guides: readonly Guide[], before: readonly Page<Guide>[], prefix: string) {
  return writePages(guides, before, prefix, {
    folder: 'guides',
    read: (file) => readGuide(file).guide,
    write: writeGuide,
    nameOf: ({ title }) => `the guide "${title}"`,
  });
}

interface PageFormat<T> {
  folder: string;
  read(file: TextFile): T | undefined;
  write(page: T): string;
  nameOf(page: T): string;
}

function writePages<T extends { id: string }>(
  pages: readonly T[],
  before: readonly Page<T>[],
  prefix: string,
  format: PageFormat<T>,
): WrittenPages {
  const known = new Map(before.map((page) => [page.read.id, page]).toReversed() as [string, Page<T>][]);
  const kept = pages.flatMap(({ id }) => known.get(id)?.file.name ?? []);
  const added = pages.filter(({ id }) => !known.has(id)).map(({ id }) => id);
  const names = fileNames(
    added,
    kept.map((name) => name.slice(name.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '')),
  );
  const written: WrittenPages = { files: new Map(), losses: [] };
  for (const page of pages) {
    if (written.files.has(page.id)) {
      written.losses.push({ entity: page.id, what: `${format.nameOf(page)}, whose id another one has` });
      continue;
    }
    const file = writePage(
      page,
      known.get(page.id),
      `${format.folder}/${names.get(page.id)}.md`,
      prefix,
      format,
    );
    const text = new TextDecoder().decode(file.bytes);
    // A file with a NUL is taken for no text at all when it is read again.
    const again = text.includes('\0') ? undefined : format.read(textFile(file.name, text));
    if (!sameContent(again, page)) {
      written.losses.push({
        entity: page.id,
        what: `parts of ${format.nameOf(page)} that Markdown cannot hold to the letter`,
      });
    }
    written.files.set(page.id, file);
  }
  return written;
}

function writePage<T extends { id: string }>(
  page: T,
  before: Page<T> | undefined,
  name: string,
  prefix: string,
  format: PageFormat<T>,
): SourceFile {
  if (before === undefined) return utf8File(name, format.write(page));
  const { file, read } = before;
  const own = file.name.slice(prefix.length);
  if (sameContent(read, page)) return editedFile(file, own, file.text);
  return editedFile(file, own, patched(file, read, page, format) ?? format.write(page));
}

/** The author's own file with only the lines of the change; undefined if the change finds no place there. */
function patched<T>(file: TextFile, read: T, page: T, format: PageFormat<T>): string | undefined {
  const patch = structuredPatch(
    'page',
    'page',
    format.write(read),
    format.write(page),
    undefined,
    undefined,
    {
      context: 1,
    },
  );
  const text = applyPatch(file.text, patch, { autoConvertLineEndings: true, fuzzFactor: 1 });
  if (text === false) return undefined;
  return sameContent(format.read(textFile(file.name, text)), page) ? text : undefined;
}

/** Whether two pages say the same, wherever they were read. */
function sameContent(a: unknown, b: unknown): boolean {
  return contentText(a) === contentText(b);
}

function contentText(value: unknown): string {
  return JSON.stringify(value, (key, inner: unknown) => {
    if (key === 'origin') return undefined;
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).toSorted(([x], [y]) => (x < y ? -1 : 1)));
  });
}
