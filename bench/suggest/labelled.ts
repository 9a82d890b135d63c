/** The labelled notes, and the framework over which they were labelled. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Framework } from '../../src/domain/framework.ts';
import { withConfirmations } from '../../src/domain/rows.ts';
import { KINDS_OF_WORK, type KindOfWork } from '../../src/features/evidence/suggest/kinds-of-work.ts';
import { FORMATS_READ, readFiles } from '../../src/formats/index.ts';
import { projectRoot } from '../../src/project-root.ts';

const KINDS = Object.keys(KINDS_OF_WORK) as [KindOfWork, ...KindOfWork[]];

const NOTES = z.array(
  z.strictObject({
    note: z.string(),
    level: z.string(),
    kind: z.enum(KINDS),
    speaksTo: z.array(z.string()),
    half: z.enum(['tuning', 'held-out']),
  }),
);

export type LabelledNote = z.infer<typeof NOTES>[number];

export function labelledNotes(): LabelledNote[] {
  return NOTES.parse(parse(readFileSync(join(projectRoot, 'bench/suggest/notes.yaml'), 'utf8')));
}

export function shippedFramework(): Framework {
  const root = join(projectRoot, 'frameworks');
  const files = readdirSync(join(root, 'operations'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
    .map((path) => ({ name: relative(root, path), bytes: readFileSync(path) }));
  const [framework] = readFiles(files, FORMATS_READ).frameworks;
  if (framework === undefined) throw new Error('frameworks/operations holds no framework');
  return withConfirmations(framework);
}
