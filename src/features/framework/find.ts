/** From the parts of an address to what it means, or to a page that helps on where it means nothing. */

import { nearest } from '../../web/nearest.ts';
import type { CatalogueEntry } from './catalogue.ts';
import { findEdition, splitVersion } from './catalogue.ts';
import type { Outcome } from './render.ts';
import { frameworkAddress } from './views/addresses.ts';
import { draftsNeedPreviewPage, notFoundPage, type Suggestion } from './views/not-found-page.tsx';
import type { Place, Viewing } from './views/place.ts';

/**
 * Answers with what stands at a framework's address, `ID` or `ID@VERSION`.
 * @param then what to show of the edition
 */
export function atFramework(viewing: Viewing, named: string, then: (place: Place) => Outcome): Outcome {
  const { id, version } = splitVersion(viewing.catalogue, named);
  const entry = viewing.catalogue.frameworks.find((candidate) => candidate.id === id);
  if (version === 'draft' && !viewing.preview) return { page: draftsNeedPreviewPage(), status: 404 };
  const visible = entry !== undefined && (entry.releases.length > 0 || viewing.preview);
  if (!visible) return noFramework(viewing, id);
  const edition = findEdition(entry, version);
  if (edition !== undefined) return then({ entry, edition, version, viewing });
  // With nothing released, the plain address leads those who may see it to the draft.
  if (version === undefined && entry.draft !== undefined) return { redirect: frameworkAddress(id, 'draft') };
  return noVersion(entry, version ?? '');
}

/** Says that a part of a framework is not there, and which are near. */
export function noSuchPart(
  what: string,
  typed: string,
  parts: readonly (Suggestion & { words: string[] })[],
): Outcome {
  return { page: notFoundPage({ what, suggestions: nearest(typed, parts) }), status: 404 };
}

function noFramework({ catalogue, preview }: Viewing, typed: string): Outcome {
  const visible = catalogue.frameworks.flatMap(({ id, releases, draft }) => {
    const edition = releases[0] ?? (preview ? draft : undefined);
    if (edition === undefined) return [];
    const { name } = edition.framework;
    return [
      {
        name,
        address: frameworkAddress(id, edition.version === undefined ? 'draft' : undefined),
        words: [id, name],
      },
    ];
  });
  const what = 'No framework is published under this name. If it is a draft, a preview link shows it.';
  return noSuchPart(what, typed, visible);
}

function noVersion(entry: CatalogueEntry, version: string): Outcome {
  const what =
    version === 'draft'
      ? 'This framework has no draft.'
      : 'This framework has no such version. These are its releases:';
  const suggestions = entry.releases.slice(0, 5).map((edition) => ({
    name: `${edition.framework.name} ${edition.version}`,
    address: frameworkAddress(entry.id, edition.version),
  }));
  return { page: notFoundPage({ what, suggestions }), status: 404 };
}
