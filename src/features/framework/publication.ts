/** What is published, apart from the server that shows it: to be written as a static site. */
import type { Executor } from '../../db/schema.ts';
import { CairnError } from '../../domain/errors.ts';
import type { Framework } from '../../domain/framework.ts';
import { type ReleasedStatus, releaseDocument } from '../../domain/release.ts';
import { withConfirmations } from '../../domain/rows.ts';
import { digest } from '../../formats/index.ts';
import type { Catalogue, CatalogueEntry, Edition } from './catalogue.ts';
import { CatalogueKeeper } from './load-catalogue.ts';

/** The releases of the database, without drafts and what belongs to no framework. */
export async function publishedCatalogue(db: Executor): Promise<Catalogue> {
  const { frameworks } = await new CatalogueKeeper(db).current();
  const released = frameworks.filter(({ releases }) => releases.length > 0);
  return publication(released.map(({ id, releases }) => ({ id, releases })));
}

/**
 * A catalogue in which each framework is released as it stands, without a database: to publish a framework from the
 * repository that it lives in. The version is the framework's own; `1.0.0` where it names none, as for a first release.
 *
 * @param since ISO 8601 instant from which the status holds
 * @throws CairnError `refused` where two frameworks share an id
 */
export function catalogueOf(
  frameworks: readonly Framework[],
  status: ReleasedStatus,
  since: string,
  by: string,
): Catalogue {
  const ids = new Set<string>();
  const entries = frameworks.map((framework) => {
    if (ids.has(framework.id)) {
      throw new CairnError(
        'refused',
        `Two frameworks have the id "${framework.id}".`,
        'Name only one of them, or give one another id.',
      );
    }
    ids.add(framework.id);
    return { id: framework.id, releases: [editionOf(framework, status, since, by)] };
  });
  return publication(entries);
}

/** Made from the document and not from what was read, so that it shows what a release of it would show. */
function editionOf(read: Framework, status: ReleasedStatus, since: string, by: string): Edition {
  const document = releaseDocument(read);
  return {
    framework: withConfirmations(JSON.parse(document) as Framework),
    version: read.version ?? '1.0.0',
    digest: digest(document),
    document,
    status,
    since,
    statuses: [{ status, since, by }],
  };
}

function publication(entries: CatalogueEntry[]): Catalogue {
  const frameworks = entries.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const releases = frameworks.flatMap((entry) => entry.releases.map((edition) => edition.digest));
  return { revision: digest(JSON.stringify(releases)), frameworks, guides: [], roleProfiles: [] };
}
