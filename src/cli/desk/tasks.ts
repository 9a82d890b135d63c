/** What commands ask of the database: the same whether the command opens it or a running server has it open. */
import { backup, type Progress } from '../../db/backup/index.ts';
import type { Database } from '../../db/connect.ts';
import { createSetUpLink } from '../../features/accounts/index.ts';
import {
  createPreviewKey,
  createStewardKey,
  type ExportFormat,
  exportFramework,
  importDocuments,
  publishedCatalogue,
  releaseFramework,
} from '../../features/framework/index.ts';

type ImportRequest = Parameters<typeof importDocuments>[1];
type StewardRequest = Parameters<typeof createStewardKey>[1];
type ReleaseRequest = Parameters<typeof releaseFramework>[1];

export type { Progress };

export const TASKS = {
  import: async (database: Database, request: ImportRequest, progress: Progress) => {
    const report = await importDocuments(database.db, { ...request, progress });
    if (report.written) await database.afterImport();
    return report;
  },
  release: (database: Database, request: ReleaseRequest) => releaseFramework(database.db, request),
  export: (
    database: Database,
    { framework, to, level }: { framework: string; to: ExportFormat; level?: string },
  ) => exportFramework(database.db, framework, to, level),
  published: (database: Database, _: object) => publishedCatalogue(database.db),
  preview: (database: Database, { by, now }: { by: string; now: Date }) =>
    createPreviewKey(database.db, by, now),
  steward: (database: Database, request: StewardRequest) => createStewardKey(database.db, request),
  'set-up': (database: Database, request: Parameters<typeof createSetUpLink>[1]) =>
    createSetUpLink(database.auth, request),
  /** The file is written by whoever has the database open, so its path must be absolute. */
  backup: (database: Database, { path }: { path: string }, progress: Progress) =>
    backup(database.owner, path, progress),
};

export type Tasks = typeof TASKS;
export type TaskName = keyof Tasks;
export type TaskInput<N extends TaskName> = Parameters<Tasks[N]>[1];
export type TaskOutput<N extends TaskName> = Awaited<ReturnType<Tasks[N]>>;
