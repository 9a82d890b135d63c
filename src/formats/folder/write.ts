import type { Framework } from '../../domain/framework.ts';
import { inOwnOrder } from '../../domain/order.ts';
import type { SourceFile, TextFile, Written } from '../format.ts';
import { editYaml } from '../yaml-edit/edit.ts';
import { editedFile, utf8File } from '../yaml-edit/encode.ts';
import { type PlainMap, samePlain } from '../yaml-edit/plain.ts';
import { type Layout, renderMap } from '../yaml-edit/render.ts';
import { textFile } from '../yaml-edit/text-file.ts';
import { fileNames } from './file-names.ts';
import { foldersOf } from './files.ts';
import { folderLosses } from './losses.ts';
import { type Lists, projectFramework, projectTheme, themeParts } from './project.ts';
import { type FolderReading, nativeKey, readFolder } from './read.ts';
import { type FrameworkPart, readFrameworkFile } from './read-framework.ts';
import { readThemeFile, type ThemePart, type ThemeReading } from './read-theme.ts';
import { guidePages, rolePages } from './write-pages.ts';

const LAYOUT: Layout = {
  width: 110,
  blocks: new Set(),
  airy: new Set(['competencies', 'expectations']),
  apart: new Set([
    'scale',
    'levels',
    'themes',
    'roleProfiles',
    'guides',
    'policy',
    'proposals',
    'lineage',
    'confirmed',
    'accepted',
    'gaps',
    'notices',
    'sourceStatus',
    'source',
    'competencies',
  ]),
};

/**
 * Writes a framework as a folder: `framework.yaml`, `themes/`, `roles/`, `guides/`, each named from within the folder.
 * With the files it was read from, what did not change comes back byte for byte, comments and order survive, and only
 * the lines of a change differ. The answer is the whole folder: a file that is not in it is to be removed.
 */
export function writeFolder(given: Framework, original: readonly TextFile[] = []): Written {
  const framework = inOwnOrder(given);
  const [folder] = foldersOf(original);
  const prefix = folder?.prefix ?? '';
  const before = folder === undefined ? undefined : readFolder(folder);
  const themes = themeFiles(framework, before, prefix);
  const roles = rolePages(framework.roleProfiles, before?.roles ?? [], prefix);
  const guides = guidePages(framework.guides, before?.guides ?? [], prefix);
  const lists = {
    themes: unique(framework.themes),
    roleProfiles: listed(unique(framework.roleProfiles), roles.files),
    guides: listed(unique(framework.guides), guides.files),
  };
  const files = [
    frameworkFile(framework, lists, before, prefix),
    ...themes,
    ...roles.files.values(),
    ...guides.files.values(),
  ];
  return { files, losses: [...folderLosses(framework), ...roles.losses, ...guides.losses] };
}

function unique(entities: readonly { id: string }[]): string[] {
  return [...new Set(entities.map(({ id }) => id))];
}

/** The order of pages, where it is not that of their files' names. */
function listed(
  ids: readonly string[],
  files: ReadonlyMap<string, SourceFile>,
): readonly string[] | undefined {
  const name = (id: string) => files.get(id)?.name ?? '';
  const byName = ids.toSorted((a, b) => (name(a) < name(b) ? -1 : 1));
  return byName.every((id, index) => id === ids[index]) ? undefined : ids;
}

function frameworkFile(
  framework: Framework,
  lists: Lists,
  before: FolderReading | undefined,
  prefix: string,
): SourceFile {
  const target = projectFramework(partOf(framework), lists);
  const { frameworkFile: reading, framework: read } = before ?? {};
  if (before !== undefined && reading !== undefined && read !== undefined) {
    const original = reading.source.file;
    const base = projectFramework(partOf(read), listsBefore(before, read));
    const text = editYaml(reading.source, base, target, LAYOUT, (candidate) => {
      const { part, file } = readFrameworkFile(textFile(original.name, candidate));
      if (part === undefined || file === undefined) return false;
      const again = projectFramework(ownSource(part), { ...lists, themes: file.themes ?? lists.themes });
      return samePlain(content(again), content(target));
    });
    if (text !== undefined) return editedFile(original, original.name.slice(prefix.length), text);
  }
  return utf8File('framework.yaml', rendered(target));
}

/** Lists may name files that are missing; those lines stay, so lists are left out of the comparison. */
function content({ themes: _themes, ...rest }: PlainMap): PlainMap {
  return rest;
}

function listsBefore({ roles, guides }: FolderReading, read: Framework): Lists {
  const files = <T extends { id: string }>(pages: readonly { file: TextFile; read: T }[]) =>
    new Map(pages.map(({ file, read: page }) => [page.id, file]));
  return {
    themes: unique(read.themes),
    roleProfiles: listed(unique(read.roleProfiles), files(roles)),
    guides: listed(unique(read.guides), files(guides)),
  };
}

function partOf(framework: Framework): FrameworkPart {
  const { themes: _t, competencies: _c, expectations: _e, roleProfiles: _r, guides: _g, ...part } = framework;
  return ownSource(part);
}

/** A framework that is at home in the folder says nothing about its source: its files are the source. Another one
 * says what it was first read from. */
function ownSource({ source, ...part }: FrameworkPart): FrameworkPart {
  if (source === undefined) return part;
  const { format, files } = source.first ?? source;
  const native = format === 'folder' && source.key === nativeKey(part.id);
  return native ? part : { ...part, source: { format, key: source.key, files } };
}

function themeFiles(framework: Framework, before: FolderReading | undefined, prefix: string): SourceFile[] {
  const parts = new Map<string, ThemePart>();
  for (const part of themeParts(framework)) if (!parts.has(part.theme.id)) parts.set(part.theme.id, part);
  const known = new Map<string, ThemeReading>();
  for (const reading of before?.themes ?? []) {
    const id = reading.part?.theme.id;
    if (id !== undefined && !known.has(id)) known.set(id, reading);
  }
  const kept = [...known].flatMap(([id, reading]) => (parts.has(id) ? [reading.source.file.name] : []));
  const taken = kept.map((name) => stem(name));
  const names = fileNames(
    [...parts.keys()].filter((id) => !known.has(id)),
    taken,
  );
  return [...parts].map(([id, part]) => {
    const reading = known.get(id);
    const target = projectTheme(part);
    const name = reading?.source.file.name.slice(prefix.length) ?? `themes/${names.get(id)}.yaml`;
    if (reading?.part !== undefined) {
      const base = projectTheme(themeBefore(before?.framework, reading.part));
      const text = editYaml(reading.source, base, target, LAYOUT, (candidate) => {
        const again = readThemeFile(textFile(name, candidate)).part;
        return again !== undefined && samePlain(projectTheme(sortedPart(again, framework)), target);
      });
      if (text !== undefined) return editedFile(reading.source.file, name, text);
    }
    return utf8File(name, rendered(target));
  });
}

/** The part in the framework's own order of levels, as the target has it. */
function themeBefore(read: Framework | undefined, part: ThemePart): ThemePart {
  return read === undefined ? part : sortedPart(part, read);
}

function sortedPart(part: ThemePart, framework: Framework): ThemePart {
  const { competencies, expectations } = inOwnOrder({
    ...framework,
    themes: [part.theme],
    competencies: part.competencies,
    expectations: part.expectations,
  });
  return { theme: part.theme, competencies, expectations };
}

function stem(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
}

function rendered(data: PlainMap): string {
  return `${renderMap(data, 0, LAYOUT).join('\n')}\n`;
}
