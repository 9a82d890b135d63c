/** A framework in the words of schema.org: a set of defined terms, which its levels and competencies are. */
import type { Competency, Level } from '../../../domain/framework.ts';
import { dataAddress } from '../data/addresses.ts';
import { competencyAddress, frameworkAddress, levelAddress } from './addresses.ts';
import type { Place } from './place.ts';

/** A page stays quick to load: more terms than this are left to the data that the page names. */
const MOST_TERMS = 200;

/** Longest description of a term in the list of all, in UTF-16 code units. */
const LONGEST_DESCRIPTION = 300;

export function frameworkInSchemaOrg(place: Place, baseUrl: string): object {
  const { framework, version, status, digest, since } = place.edition;
  const terms = framework.competencies.slice(0, MOST_TERMS);
  return {
    '@context': 'https://schema.org',
    ...setOfTerms(place, baseUrl),
    description: framework.summary,
    version,
    creativeWorkStatus: status,
    dateModified: since,
    identifier: digest,
    encoding: {
      '@type': 'MediaObject',
      encodingFormat: 'application/json',
      contentUrl: baseUrl + dataAddress(frameworkAddress(framework.id, place.version)),
    },
    hasDefinedTerm: terms.map((competency) => competencyTerm(place, baseUrl, competency)),
  };
}

export function levelInSchemaOrg(place: Place, baseUrl: string, level: Level): object {
  const { framework } = place.edition;
  return {
    '@context': 'https://schema.org',
    '@type': 'DefinedTerm',
    name: level.name,
    alternateName: level.aliases.length === 0 ? undefined : level.aliases,
    description: level.summary,
    termCode: level.id,
    url: baseUrl + levelAddress(framework.id, place.version, level.id),
    inDefinedTermSet: setOfTerms(place, baseUrl),
  };
}

export function competencyInSchemaOrg(place: Place, baseUrl: string, competency: Competency): object {
  return {
    '@context': 'https://schema.org',
    ...competencyTerm(place, baseUrl, competency),
    description: competency.definition,
    inDefinedTermSet: setOfTerms(place, baseUrl),
  };
}

function setOfTerms({ edition, version }: Place, baseUrl: string) {
  const { id, name } = edition.framework;
  const url = baseUrl + frameworkAddress(id, version);
  return { '@type': 'DefinedTermSet', '@id': url, url, name };
}

function competencyTerm({ edition, version }: Place, baseUrl: string, { id, name, definition }: Competency) {
  return {
    '@type': 'DefinedTerm',
    name,
    description: definition?.slice(0, LONGEST_DESCRIPTION).toWellFormed(),
    termCode: id,
    url: baseUrl + competencyAddress(edition.framework.id, version, id),
  };
}
