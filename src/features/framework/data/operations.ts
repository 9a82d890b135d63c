/** Everything that is answered as JSON, in one list: the routes, the OpenAPI document and the reference come from it. */
import type { z } from 'zod';
import type { Catalogue } from '../catalogue.ts';
import { digestAddress } from './addresses.ts';
import { findReleased, notThere, releasesOf } from './released.ts';
import {
  competencyAsData,
  type DataSource,
  frameworkAsJson,
  frameworkListAsData,
  guideAsData,
  levelAsData,
  roleProfileAsData,
} from './represent.ts';
import * as schemas from './schemas.ts';

export type Parameter = 'framework' | 'level' | 'competency' | 'role' | 'guide' | 'digest';
export type Parameters = Record<Parameter, string>;

/** One address, or all that differ only in their parameters, and what it answers. */
export interface Operation {
  /** What programs call it. */
  id: string;
  /** As OpenAPI writes paths: `/frameworks/{framework}.json`. */
  path: `/${string}.json`;
  summary: string;
  /** More about it, where the summary does not say everything. */
  description?: string;
  schema: z.ZodType;
  /** Whether the same address answers the same for good. */
  forGood?: true;
  /**
   * What it answers: an object, or JSON text that is passed on to the letter.
   * @throws CairnError
   */
  answer(source: DataSource, parameters: Parameters): object | string;
}

export const OPERATIONS: readonly Operation[] = [
  {
    id: 'listFrameworks',
    path: '/frameworks.json',
    summary: 'List the published frameworks',
    schema: schemas.frameworkList,
    answer: frameworkListAsData,
  },
  {
    id: 'getFramework',
    path: '/frameworks/{framework}.json',
    summary: 'Read a framework with all its content',
    description:
      'The document is the content as it was released. The version, digest and status stand beside it, since a status may change and the document never does.',
    schema: schemas.framework,
    answer: (source, { framework }) => frameworkAsJson(source, framework),
  },
  {
    id: 'getLevel',
    path: '/frameworks/{framework}/levels/{level}.json',
    summary: 'Read what a level is expected to show',
    description: 'As its page shows it: rows that people confirmed to be one competency are joined.',
    schema: schemas.levelData,
    answer: (source, { framework, level }) => levelAsData(source, framework, level),
  },
  {
    id: 'getCompetency',
    path: '/frameworks/{framework}/competencies/{competency}.json',
    summary: 'Read a competency through the levels',
    schema: schemas.competencyData,
    answer: (source, { framework, competency }) => competencyAsData(source, framework, competency),
  },
  {
    id: 'getRoleProfile',
    path: '/frameworks/{framework}/roles/{role}.json',
    summary: 'Read a role profile',
    schema: schemas.roleProfileData,
    answer: (source, { framework, role }) => roleProfileAsData(source, framework, role),
  },
  {
    id: 'getGuide',
    path: '/frameworks/{framework}/guides/{guide}.json',
    summary: 'Read a guide',
    schema: schemas.guideData,
    answer: (source, { framework, guide }) => guideAsData(source, framework, guide),
  },
  {
    id: 'getDocument',
    path: '/frameworks/{framework}/document.json',
    summary: "Read a release's document to the letter",
    description: 'The SHA-256 of these bytes is the digest of the release. bin/cairn verify checks it.',
    schema: schemas.frameworkDocument,
    answer: ({ catalogue }, { framework }) => findReleased(catalogue, framework).edition.document,
  },
  {
    id: 'getDocumentByDigest',
    path: '/releases/{digest}.json',
    summary: 'Read a document by its digest',
    description: 'The same bytes by what they are, wherever they were released. May be kept for good.',
    schema: schemas.frameworkDocument,
    forGood: true,
    answer: (source, { digest }) => findByDigest(source.catalogue, digest).edition.document,
  },
];

/** The newest release with this digest. @throws CairnError `not found` */
export function findByDigest({ frameworks }: Catalogue, hexadecimal: string) {
  for (const entry of frameworks) {
    const edition = releasesOf(entry).find(
      ({ digest }) => digestAddress(digest) === `/releases/${hexadecimal}`,
    );
    if (edition !== undefined) return { entry, edition };
  }
  throw notThere('No release has this digest.', '/frameworks.json lists the digests of the newest ones.');
}
