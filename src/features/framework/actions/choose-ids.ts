import { CairnError } from '../../../domain/errors.ts';
import type { ReadResult } from '../../../formats/index.ts';
import { IdMint } from '../../../formats/index.ts';

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * Gives the documents of an import the ids that the person chose: `new-id` for the only framework (or, where there
 * is none, the only document), or `found-id=new-id` for one of several. Frameworks that were found under one id are
 * told apart by a number first, so that each can be named.
 *
 * @throws CairnError `invalid` for a choice that names nothing of this import or is not an id.
 */
export function chooseIds(read: ReadResult, choices: readonly string[]): ReadResult {
  const found = { ...read, frameworks: toldApart(read.frameworks) };
  const chosen = new Map(choices.map((choice) => parse(choice, found)));
  const rename = <T extends { id: string }>(document: T): T => ({
    ...document,
    id: chosen.get(document.id) ?? document.id,
  });
  return {
    ...found,
    frameworks: toldApart(found.frameworks.map(rename)),
    guides: found.guides.map(rename),
    roleProfiles: found.roleProfiles.map(rename),
  };
}

function toldApart<T extends { id: string }>(frameworks: readonly T[]): T[] {
  const mint = new IdMint();
  return frameworks.map((framework) => ({
    ...framework,
    id: ID.test(framework.id) ? mint.mint(framework.id, 'framework') : framework.id,
  }));
}

function parse(choice: string, read: ReadResult): [string, string] {
  const [first = '', second] = choice.split('=', 2);
  const found = second === undefined ? onlyDocument(read) : first;
  const id = second ?? first;
  const known = documents(read).map((document) => document.id);
  if (found === undefined) {
    throw new CairnError(
      'invalid',
      `--id ${choice} could mean any of ${known.join(', ')}.`,
      `Say which: --id ${known[0]}=${choice}`,
    );
  }
  if (!known.includes(found)) {
    throw new CairnError(
      'invalid',
      `--id ${choice}: this import has no "${found}".`,
      `It has: ${known.join(', ')}.`,
    );
  }
  if (!ID.test(id)) {
    throw new CairnError(
      'invalid',
      `--id ${choice}: "${id}" cannot be an address.`,
      'Use small letters, digits and single hyphens, e.g. operations-2026.',
    );
  }
  return [found, id];
}

function onlyDocument(read: ReadResult): string | undefined {
  const candidates = read.frameworks.length > 0 ? read.frameworks : documents(read);
  return candidates.length === 1 ? candidates[0]?.id : undefined;
}

function documents({ frameworks, guides, roleProfiles }: ReadResult): { id: string }[] {
  return [...frameworks, ...guides, ...roleProfiles];
}
