import semver from 'semver';
import type { Executor } from '../../db/schema.ts';
import type { Framework } from '../../domain/framework.ts';
import { currentStatus } from '../../domain/release.ts';
import { withConfirmations } from '../../domain/rows.ts';
import type { Catalogue, CatalogueEntry, Edition } from './catalogue.ts';
import {
  listFrameworks,
  listReleases,
  listUnattached,
  newestEvent,
  type StoredFramework,
  type StoredRelease,
} from './queries.ts';

/**
 * Keeps what the pages show in memory, so that reading a published page asks the database nothing. Releases never
 * change: each is read into memory once, by its digest.
 */
export class CatalogueKeeper {
  readonly #db: Executor;
  readonly #releases = new Map<string, Pick<Edition, 'framework'> & { document: string }>();
  #loaded: Promise<Catalogue> | undefined;
  #revision: string | undefined;

  constructor(db: Executor) {
    this.#db = db;
  }

  /** The catalogue as last loaded. */
  current(): Promise<Catalogue> {
    this.#loaded ??= this.#load().then((catalogue) => this.#take(catalogue));
    return this.#loaded;
  }

  /** The revision of the catalogue as last loaded; undefined before the first time. */
  get revision(): string | undefined {
    return this.#revision;
  }

  /** Loads again if anything was written since. A failure leaves the last catalogue in place and is thrown. */
  async refresh(): Promise<void> {
    const { revision } = await this.current();
    if (revision === (await newestEvent(this.#db))) return;
    this.#loaded = Promise.resolve(this.#take(await this.#load()));
  }

  #take(catalogue: Catalogue): Catalogue {
    this.#revision = catalogue.revision;
    return catalogue;
  }

  async #load(): Promise<Catalogue> {
    const db = this.#db;
    const revision = await newestEvent(db);
    const releases = Map.groupBy(await listReleases(db), ({ framework }) => framework);
    const frameworks = (await listFrameworks(db)).map((stored) =>
      this.#entry(stored, releases.get(stored.id) ?? []),
    );
    return { revision, frameworks, ...(await listUnattached(db)) };
  }

  #entry(stored: StoredFramework, releases: readonly StoredRelease[]): CatalogueEntry {
    return {
      id: stored.id,
      releases: releases
        .toSorted((a, b) => semver.rcompare(a.version, b.version))
        .map((release) => this.#edition(release)),
      draft: {
        framework: withConfirmations(stored.draft),
        asRead: stored.draft,
        readFindings: stored.readFindings,
        status: 'draft',
        since: stored.draftedAt,
        statuses: [],
      },
    };
  }

  #edition(release: StoredRelease): Edition {
    const { version, digest, statuses } = release;
    // One text in memory for a release, however often the catalogue is loaded.
    const known = this.#releases.get(digest) ?? {
      framework: withConfirmations(JSON.parse(release.document) as Framework),
      document: release.document,
    };
    this.#releases.set(digest, known);
    return {
      ...known,
      version,
      digest,
      status: currentStatus(release),
      since: statuses.at(-1)?.since ?? release.releasedAt,
      statuses,
    };
  }
}
