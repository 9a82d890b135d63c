/** What commands ask of the database: the same whether the command opens it or a running server has it open. */
import { backup, type Progress } from '../../db/backup/index.ts';
import type { Database } from '../../db/connect.ts';
import { recordEvent } from '../../db/events.ts';
import { inTransaction } from '../../db/transaction.ts';
import { createSetUpLink } from '../../features/accounts/index.ts';
import {
  CatalogueKeeper,
  createPreviewKey,
  createStewardKey,
  type ExportFormat,
  exportFramework,
  importDocuments,
  publishedCatalogue,
  publishedIn,
  releaseFramework,
} from '../../features/framework/index.ts';
import {
  exportPeople,
  importPeople,
  type PeopleFormat,
  type PeopleImport,
  planInWords,
  planPeople,
} from '../../features/people/index.ts';
import { COMMAND_LINE } from '../person.ts';

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
  importPeople: async (
    database: Database,
    { dryRun, baseUrl, ...request }: Omit<PeopleImport, 'published'> & { dryRun: boolean; baseUrl: string },
  ) => {
    const published = publishedIn(await new CatalogueKeeper(database.db).current());
    const asked = { ...request, published };
    // The operator of the machine, who may write before there is any administrator.
    const planned = await inTransaction(database.owner, (owner) =>
      dryRun ? planPeople(owner, asked) : importPeople(owner, asked, { by: COMMAND_LINE, baseUrl }),
    );
    if (!dryRun) await database.afterImport();
    return { lines: planInWords(planned), refused: 'problems' in planned };
  },
  exportPeople: (database: Database, { format, now }: { format: PeopleFormat; now: Date }) =>
    inTransaction(database.owner, async (owner) => {
      const exported = { at: now, actor: COMMAND_LINE, verb: 'people.exported', subject: 'people' };
      await recordEvent(owner, { ...exported, kind: 'settings' });
      return exportPeople(owner, format);
    }),
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
