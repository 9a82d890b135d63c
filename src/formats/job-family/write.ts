import type { Framework } from '../../domain/framework.ts';
import type { TextFile, Written } from '../format.ts';
import { editYaml } from '../yaml-edit/edit.ts';
import { baseName, editedFile, utf8File } from '../yaml-edit/encode.ts';
import { type PlainMap, samePlain } from '../yaml-edit/plain.ts';
import { type Layout, renderMap } from '../yaml-edit/render.ts';
import { textFile } from '../yaml-edit/text-file.ts';
import { jobFamilyLosses } from './losses.ts';
import { fittingShape, type Projection, projectJobFamily } from './project.ts';
import { type JobFamilyReading, readJobFamily, sourceKey } from './read.ts';

/**
 * Writes a framework as one job family file. With the file it was read from, that file comes back byte for byte where
 * nothing changed, and only the lines of a change differ: comments, order, quotation marks and what Cairn's model does
 * not hold stay. Without it, a new file in the layout of the known ones.
 */
export function writeJobFamily(framework: Framework, original?: TextFile): Written {
  const reading = original === undefined ? undefined : readJobFamily(original);
  const projection = projectionFor(framework, reading);
  const losses = jobFamilyLosses(framework, projection.shape);
  if (original !== undefined && reading?.framework !== undefined) {
    const text = edited(framework, reading, reading.framework, projection);
    if (text !== undefined) return { files: [editedFile(original, baseName(original.name), text)], losses };
  }
  const name = original === undefined ? `${safeName(framework.id)}.yml` : baseName(original.name);
  return { files: [utf8File(name, freshText(framework, projection))], losses };
}

function projectionFor(framework: Framework, reading: JobFamilyReading | undefined): Projection {
  const manner = new Map<string, string>();
  const data = reading?.source.data as { competencies?: { id: string; summary: string }[] } | undefined;
  if (reading?.framework !== undefined) {
    for (const { id, summary } of data?.competencies ?? []) manner.set(id, summary);
  }
  return { shape: reading?.shape ?? fittingShape(framework), manner };
}

function edited(
  framework: Framework,
  reading: JobFamilyReading,
  read: Framework,
  projection: Projection,
): string | undefined {
  const target = projectJobFamily(framework, projection);
  return editYaml(
    reading.source,
    projectJobFamily(read, projection),
    target,
    layoutOf(projection),
    (text) => {
      const again = readJobFamily(textFile(reading.source.file.name, text)).framework;
      return again !== undefined && samePlain(projectJobFamily(again, projection), target);
    },
  );
}

function layoutOf({ shape }: Projection): Layout {
  return {
    width: shape === 'newer' ? 100 : Number.POSITIVE_INFINITY,
    blocks: new Set(shape === 'newer' ? ['summary'] : []),
    airy: new Set(['levels', 'themes', 'competencies']),
    apart: new Set(['levels', 'themes', 'competencies']),
  };
}

function freshText(framework: Framework, projection: Projection): string {
  const { name, summary, isLegacy, ...rest } = projectJobFamily(framework, projection);
  const document: PlainMap = {
    name,
    summary: summary ?? '',
    googleSheetId: sheetOf(framework),
    isLegacy,
    ...rest,
  };
  return `${renderMap(document, 0, layoutOf(projection)).join('\n')}\n`;
}

/** The sheet's id is part of the source's key; other sources have no sheet. */
function sheetOf({ name, source }: Framework): string {
  const prefix = sourceKey({ name: '', googleSheetId: '' });
  const isSheet = source.key.startsWith(prefix) && source.key !== sourceKey({ name, googleSheetId: '' });
  return isSheet ? source.key.slice(prefix.length) : '';
}

function safeName(id: string): string {
  return /^[a-z\d][a-z\d._-]{0,80}$/i.test(id) ? id : 'job-family';
}
