/** Releasing: a draft becomes an immutable version, or a version gets a new status. */
import semver from 'semver';
import { recordEvent } from '../../../db/events.ts';
import type { Executor } from '../../../db/schema.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { CairnError } from '../../../domain/errors.ts';
import type { Finding } from '../../../domain/finding.ts';
import { currentStatus, type ReleasedStatus, releaseDocument } from '../../../domain/release.ts';
import { digest } from '../../../formats/index.ts';
import { lint } from '../../../lint/index.ts';
import {
  findFramework,
  insertRelease,
  insertReleaseStatus,
  listReleases,
  type StoredFramework,
  type StoredRelease,
} from '../queries.ts';

export interface ReleaseRequest {
  framework: string;
  status: ReleasedStatus;
  /** SemVer; default: the draft's own version if it is newer, else the next patch version, 1.0.0 for the first. */
  version?: string;
  by: string;
  now: Date;
  allowedWords: ReadonlySet<string>;
}

export interface ReleaseReport {
  framework: string;
  version: string;
  digest: string;
  status: ReleasedStatus;
  /** `released`: a new version; `status changed`: the draft equals the newest version, which has a new status. */
  outcome: 'released' | 'status changed';
}

/**
 * Releases the framework's draft. Where the draft is the newest release to the letter, that release gets the new
 * status instead: a status is a dated row beside the release, never a new version.
 *
 * @throws CairnError `not found`; `refused` while the linter finds errors, for a version that is not newer than the
 * last, and where nothing would change.
 */
export async function releaseFramework(db: Executor, request: ReleaseRequest): Promise<ReleaseReport> {
  return inTransaction(db, async (transaction) => {
    const stored = await findFramework(transaction, request.framework);
    if (stored === undefined) throw unknownFramework(request.framework);
    const newest = newestRelease(await listReleases(transaction, request.framework));
    const document = releaseDocument(stored.draft);
    const content = { framework: stored.id, document, digest: digest(document) };
    const same = newest?.digest === content.digest ? newest : undefined;
    if (same === undefined) refuseErrors(stored, request);
    else refuseSameStatus(same, request);

    const version = same?.version ?? nextVersion(stored, newest, request.version);
    if (same === undefined) await insertRelease(transaction, { ...content, version }, request.now);
    const { status, by, now } = request;
    await insertReleaseStatus(transaction, { framework: stored.id, version }, status, by, now);
    const verb = same ? 'release.status-changed' : 'release.created';
    await recordEvent(transaction, { at: now, actor: by, verb, subject: `${stored.id}@${version}` });
    const outcome = same ? 'status changed' : 'released';
    return { framework: stored.id, version, digest: content.digest, status, outcome };
  });
}

/** The release with the highest version. */
export function newestRelease<T extends { version: string }>(releases: readonly T[]): T | undefined {
  return releases.toSorted((a, b) => semver.rcompare(a.version, b.version))[0];
}

/** The error that every command gives for a framework that is not there. */
export function unknownFramework(id: string): CairnError {
  return new CairnError(
    'not found',
    `There is no framework "${id}".`,
    'See the list at /frameworks, or import it first.',
  );
}

function nextVersion(
  { draft }: StoredFramework,
  newest: StoredRelease | undefined,
  asked: string | undefined,
): string {
  if (asked !== undefined && semver.valid(asked) !== asked) {
    throw new CairnError(
      'invalid',
      `--version ${asked} is not a version.`,
      'Give three numbers, e.g. 1.2.0.',
    );
  }
  const last = newest?.version;
  if (asked !== undefined) {
    if (last === undefined || semver.gt(asked, last)) return asked;
    throw new CairnError(
      'refused',
      `Version ${asked} is not newer than ${last}, and a release never changes.`,
      `Choose a version above ${last}.`,
    );
  }
  const own = semver.valid(draft.version);
  if (own !== null && (last === undefined || semver.gt(own, last))) return own;
  return last === undefined ? '1.0.0' : (semver.inc(last, 'patch') ?? '1.0.0');
}

function refuseSameStatus(newest: StoredRelease, { framework, status }: ReleaseRequest): void {
  if (currentStatus(newest) !== status) return;
  throw new CairnError(
    'refused',
    `Nothing has changed: ${framework} ${newest.version} is already ${status}, and the draft is the same to the letter.`,
    'Import a changed draft, or choose another status.',
  );
}

function refuseErrors(stored: StoredFramework, { now, allowedWords }: ReleaseRequest): void {
  const context = { today: now.toISOString().slice(0, 10), allowedWords };
  const found = [...stored.readFindings, ...lint(stored.draft, context).findings];
  const errors = found.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  const listed = errors.slice(0, 10).map(line).join('\n');
  const more = errors.length > 10 ? `\n  and ${errors.length - 10} more` : '';
  throw new CairnError(
    'refused',
    `${stored.id} has ${errors.length} ${errors.length === 1 ? 'error' : 'errors'} and was not released:\n${listed}${more}`,
    'Mend them in the source, import it again, and release.',
  );
}

function line({ rule, file, line: number, quote, message }: Finding): string {
  const place = file === undefined ? '' : `${file}${number === undefined ? '' : `:${number}`}: `;
  return `  ${place}${message} (${rule}${quote === '' ? '' : `: “${quote}”`})`;
}
