import { type Finding, quoted } from '../../domain/finding.ts';
import type { Framework, Guide, RoleProfile, Source } from '../../domain/framework.ts';
import { inOwnOrder } from '../../domain/order.ts';
import type { TextFile } from '../format.ts';
import { readGuide } from '../guide-markdown/index.ts';
import { readRoleProfile } from '../role-profile/index.ts';
import type { YamlSource } from '../yaml-edit/source.ts';
import { isSafeFileName } from './file-names.ts';
import { allFiles, type FolderFiles } from './files.ts';
import { type FrameworkReading, readFrameworkFile } from './read-framework.ts';
import { readThemeFile, type ThemeReading } from './read-theme.ts';

/** A folder as it was read, with each part's own file, so that a writer can change parts in place. */
export interface FolderReading {
  findings: Finding[];
  framework?: Framework;
  frameworkFile: FrameworkReading;
  /** In the framework's order. */
  themes: ThemeReading[];
  roles: Page<RoleProfile>[];
  guides: Page<Guide>[];
}

/** A Markdown file and what was read from it. */
export interface Page<T> {
  file: TextFile;
  read: T;
}

/** Reads one folder around its `framework.yaml`. Everything readable is read. */
export function readFolder(folder: FolderFiles): FolderReading {
  const frameworkFile = readFrameworkFile(folder.framework);
  const findings: Finding[] = [];
  const found = folder.themes.map(readThemeFile);
  const themes = inListedOrder(found, frameworkFile, findings);
  const roles = pages(folder.roles, (file) => ofProfile(readRoleProfile(file)), findings);
  const guides = pages(folder.guides, (file) => ofGuide(readGuide(file)), findings);
  const all = [...frameworkFile.findings, ...found.flatMap((theme) => theme.findings), ...findings];
  const reading = { findings: all, frameworkFile, themes, roles, guides };
  const { part, file } = frameworkFile;
  if (part === undefined) return reading;
  const parts = themes.flatMap((theme) => theme.part ?? []);
  const framework = inOwnOrder({
    ...part,
    themes: parts.map(({ theme }) => theme),
    competencies: parts.flatMap(({ competencies }) => competencies),
    expectations: parts.flatMap(({ expectations }) => expectations),
    roleProfiles: ordered(roles, file?.roleProfiles, 'roleProfiles', frameworkFile, all),
    guides: ordered(guides, file?.guides, 'guides', frameworkFile, all),
    source: sourceOf(part.id, part.source, folder),
  });
  return { ...reading, framework };
}

/** The folder's files; a folder that was made from an import says in `first` and by its key what that was. */
function sourceOf(id: string, first: Source | undefined, folder: FolderFiles): Source {
  const files = allFiles(folder).map(({ name, digest }) => ({
    name: name.slice(folder.prefix.length),
    digest,
  }));
  if (first === undefined) return { format: 'folder', key: nativeKey(id), files };
  return { format: 'folder', key: first.key, files, first: { format: first.format, files: first.files } };
}

export function nativeKey(id: string): string {
  return `folder:${id}`;
}

/** The themes as `framework.yaml` lists them; what it does not list comes after. */
function inListedOrder(
  found: ThemeReading[],
  { file, source }: FrameworkReading,
  findings: Finding[],
): ThemeReading[] {
  const listed = file?.themes;
  if (listed === undefined) return found;
  const unlisted = new Set(found);
  const themes = listed.flatMap((id, index) => {
    const theme = [...(byId(found).get(id) ?? [])].find((candidate) => unlisted.delete(candidate));
    const place = source.place(source.childOf(listed, index)?.range?.[0] ?? 0);
    if (!isSafeFileName(id)) findings.push(unsafe(id, place));
    if (theme === undefined)
      findings.push(missing(id, `themes/${isSafeFileName(id) ? id : 'ID'}.yaml`, place));
    return theme ?? [];
  });
  for (const theme of unlisted) {
    if (theme.part !== undefined) findings.push(notListed(theme.part.theme.id, theme.source));
  }
  return [...themes, ...unlisted];
}

const indexes = new WeakMap<ThemeReading[], Map<string, ThemeReading[]>>();

/** Themes by the id in their file; made once a folder. */
function byId(found: ThemeReading[]): Map<string, ThemeReading[]> {
  let index = indexes.get(found);
  if (index === undefined) {
    index = Map.groupBy(
      found.filter(({ part }) => part !== undefined),
      ({ part }) => part?.theme.id ?? '',
    );
    indexes.set(found, index);
  }
  return index;
}

function pages<T>(
  files: readonly TextFile[],
  read: (file: TextFile) => { value: T | undefined; findings: Finding[] },
  findings: Finding[],
): Page<T>[] {
  return files.flatMap((file) => {
    const { value, findings: own } = read(file);
    for (const finding of own) findings.push(finding);
    return value === undefined ? [] : { file, read: value };
  });
}

function ofProfile({ profile, findings }: ReturnType<typeof readRoleProfile>) {
  return { value: profile, findings };
}

function ofGuide({ guide, findings }: ReturnType<typeof readGuide>) {
  return { value: guide, findings };
}

function ordered<T extends { id: string }>(
  read: readonly Page<T>[],
  listed: readonly string[] | undefined,
  key: string,
  { source, file }: FrameworkReading,
  findings: Finding[],
): T[] {
  const rest = new Map(read.map((page) => [page.read.id, page.read]));
  const first = (listed ?? []).flatMap((id, index) => {
    const page = rest.get(id);
    rest.delete(id);
    const list = file?.[key as 'guides'];
    const folder = key === 'guides' ? 'guides' : 'roles';
    if (page === undefined) {
      findings.push(
        missing(id, `${folder}/ID.md`, source.place(source.childOf(list, index)?.range?.[0] ?? 0)),
      );
    }
    return page ?? [];
  });
  const taken = new Set<T>(first);
  return [...first, ...read.map((page) => page.read).filter((page) => !taken.has(page))];
}

function missing(id: string, path: string, place: object): Finding {
  return {
    rule: 'dangling-id',
    severity: 'error',
    ...place,
    quote: quoted(id),
    message: `"${quoted(id)}" is listed here, but no file has this id.`,
    remedy: `Add the file ${path} with this id, or take the line out.`,
  };
}

function notListed(id: string, source: YamlSource): Finding {
  return {
    rule: 'unexpected-part',
    severity: 'warning',
    ...source.origin(source.data),
    entity: id,
    quote: quoted(id),
    message: `The theme "${quoted(id)}" is not listed in framework.yaml; it was read and put last.`,
    remedy: 'Add its id to "themes" in framework.yaml, at its place.',
  };
}

function unsafe(id: string, place: object): Finding {
  return {
    rule: 'unexpected-part',
    severity: 'warning',
    ...place,
    quote: quoted(id),
    message: `The id "${quoted(id)}" cannot be the name of a file on every system, so its file is named otherwise.`,
    remedy: 'Leave it if others refer to the id; a new id should have only letters, digits and hyphens.',
  };
}
