/** From the parts of an address to what is released there. Drafts are never published as data, whoever asks. */
import { CairnError } from '../../../domain/errors.ts';
import { type Catalogue, type CatalogueEntry, type Edition, splitVersion } from '../catalogue.ts';

/** A version of a framework that everybody may read. */
export interface Released extends Edition {
  version: string;
  digest: string;
  document: string;
}

/** A release and the framework it is of. */
export interface ReleasedPlace {
  entry: CatalogueEntry;
  edition: Released;
  /** Whether the address names the version, so that links keep to it. */
  pinned: boolean;
}

/**
 * What an address such as `operations` or `operations@1.2.0` leads to.
 * @throws CairnError `not found`
 */
export function findReleased(catalogue: Catalogue, named: string): ReleasedPlace {
  const { id, version } = splitVersion(catalogue, named);
  const entry = catalogue.frameworks.find((candidate) => candidate.id === id);
  const releases = entry === undefined ? [] : releasesOf(entry);
  const edition = version === undefined ? releases[0] : releases.find((one) => one.version === version);
  if (entry === undefined || releases.length === 0) {
    throw notThere(`No framework is published under the id "${id}".`, '/frameworks.json lists them.');
  }
  if (edition === undefined) {
    throw notThere(`${id} has no release "${version}".`, `/frameworks/${id}.json lists its releases.`);
  }
  return { entry, edition, pinned: version !== undefined };
}

/** The releases of a framework, newest first. */
export function releasesOf({ releases }: CatalogueEntry): Released[] {
  return releases.map((edition) => {
    const { version, digest, document } = edition;
    if (version === undefined || digest === undefined || document === undefined) {
      throw new Error('a release has a version, a digest and a document');
    }
    return { ...edition, version, digest, document };
  });
}

/** The framework's part with this id. @throws CairnError `not found` */
export function findPart<T extends { id: string }>(parts: readonly T[], id: string, what: string): T {
  const part = parts.find((candidate) => candidate.id === id);
  if (part === undefined) {
    throw notThere(`This release has no ${what} "${id}".`, "The framework's own data lists what it has.");
  }
  return part;
}

export function notThere(message: string, remedy: string): CairnError {
  return new CairnError('not found', message, remedy);
}
