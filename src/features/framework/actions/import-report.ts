/** What an import says about itself, and how it compares with what is stored. */
import type { Finding } from '../../../domain/finding.ts';
import type { Framework, Gap, Status } from '../../../domain/framework.ts';
import { canonicalDocument } from '../../../domain/release.ts';
import type { ReadResult } from '../../../formats/index.ts';
import type { LintContext } from '../../../lint/index.ts';
import type { StoredFramework } from '../queries.ts';
import { examine } from './examine.ts';

/** What an import understood and, unless it was a dry run or was refused, wrote. */
export interface ImportReport {
  frameworks: FrameworkReport[];
  roleProfiles: { id: string; title: string; draft: boolean }[];
  guides: { id: string; title: string }[];
  gaps: Gap[];
  findings: Finding[];
  /** Why nothing can be written as it stands, one sentence with its remedy each. */
  refusals: string[];
  written: boolean;
}

export interface FrameworkReport {
  id: string;
  name: string;
  /** An import is always a draft. */
  status: 'draft';
  /** What the source says of itself; null where it says nothing. */
  sourceStatus: Status | null;
  change: 'new' | 'updated' | 'unchanged';
  levels: number;
  themes: number;
  competencies: number;
  expectations: number;
}

/** What an import would write, and beside each framework what is stored under its id now. */
export interface ImportPlan {
  read: ReadResult;
  stored: Map<string, StoredFramework>;
  refusals: string[];
}

/** `written` says whether nothing stood in the way and it was no dry run. */
export function reportOf(
  { read, stored, refusals }: ImportPlan,
  request: {
    now: Date;
    allowedWords: ReadonlySet<string>;
    dryRun: boolean;
    progress?: (line: string) => void;
  },
): ImportReport {
  const context: LintContext = {
    today: request.now.toISOString().slice(0, 10),
    allowedWords: request.allowedWords,
  };
  const documents = [...read.frameworks, ...read.guides];
  return {
    frameworks: read.frameworks.map((framework) => frameworkReport(framework, changeOf(framework, stored))),
    roleProfiles: read.roleProfiles.map(({ id, title, draft }) => ({ id, title, draft })),
    guides: read.guides.map(({ id, title }) => ({ id, title })),
    gaps: documents.flatMap(({ gaps }) => gaps),
    findings: examine(read, context, request.progress),
    refusals,
    written: refusals.length === 0 && !request.dryRun,
  };
}

function frameworkReport(framework: Framework, change: FrameworkReport['change']): FrameworkReport {
  return {
    id: framework.id,
    name: framework.name,
    status: 'draft',
    sourceStatus: framework.sourceStatus[0]?.status ?? null,
    change,
    levels: framework.levels.length,
    themes: framework.themes.length,
    competencies: framework.competencies.length,
    expectations: framework.expectations.length,
  };
}

/** Whether the draft came from these very bytes. Other bytes may mean the same and are kept all the same. */
export function isSameReading(framework: Framework, stored: Map<string, StoredFramework>): boolean {
  const before = stored.get(framework.id)?.draft.source;
  const same = JSON.stringify(before?.files) === JSON.stringify(framework.source.files);
  return same && changeOf(framework, stored) === 'unchanged';
}

function changeOf(framework: Framework, stored: Map<string, StoredFramework>): FrameworkReport['change'] {
  const previous = stored.get(framework.id);
  if (previous === undefined) return 'new';
  return canonicalDocument(previous.draft) === canonicalDocument(framework) ? 'unchanged' : 'updated';
}
