/** Frameworks, releases and events. */
import type { Generated } from 'kysely';

export interface FrameworkTables {
  source_file: SourceFileTable;
  framework: FrameworkTable;
  release: ReleaseTable;
  release_status: ReleaseStatusTable;
  guide: DocumentTable;
  role_profile: DocumentTable;
  preview_key: PreviewKeyTable;
  steward_key: StewardKeyTable;
  event: EventTable;
  migration: MigrationTable;
}

interface SourceFileTable {
  digest: string;
  name: string;
  bytes: Uint8Array;
  imported_at: Date;
}

interface FrameworkTable {
  id: string;
  source_key: string;
  draft: string;
  read_findings: string;
  drafted_at: Date;
  created_at: Date;
}

interface ReleaseTable {
  framework_id: string;
  version: string;
  digest: string;
  document: string;
  released_at: Date;
}

interface ReleaseStatusTable {
  framework_id: string;
  version: string;
  serial: Generated<number>;
  status: 'beta' | 'published' | 'legacy';
  since: Date;
  by: string;
}

interface DocumentTable {
  id: string;
  document: string;
  source_key: string;
  imported_at: Date;
}

interface PreviewKeyTable {
  digest: string;
  created_at: Date;
  expires_at: Date;
}

interface StewardKeyTable {
  digest: string;
  id: string;
  framework_id: string;
  name: string;
  created_at: Date;
  expires_at: Date;
}

interface EventTable {
  id: string;
  at: Date;
  actor: string;
  verb: string;
  subject: string;
  kind: Generated<EventKind>;
  about: string | null;
}

/** `publication`: frameworks. `settings`: accounts and the installation. `record`: somebody's own record. */
export type EventKind = 'publication' | 'settings' | 'record';

interface MigrationTable {
  name: string;
  checksum: string;
  applied_at: Date;
  cairn_version: string;
}
