import type { Evidence } from '../../../domain/evidence.ts';
import type { PublishedFrameworks } from '../../../domain/published.ts';
import { spokenTo } from '../expectations.ts';
import { evidenceAddress, fileAddress } from '../views/addresses.ts';
import type { EvidenceAsData } from './schemas.ts';

/** A piece of evidence as programs are answered. */
export function evidenceAsData(
  evidence: Evidence,
  published: PublishedFrameworks,
  baseUrl: string,
): EvidenceAsData {
  const { id, owner, text, happenedOn, kind, notedAt, changedAt, version, sharedAt, cameBy } = evidence;
  return {
    id,
    owner,
    page: baseUrl + evidenceAddress(id),
    text,
    happenedOn,
    ...(kind === undefined ? {} : { kind }),
    notedAt,
    changedAt,
    version,
    ...(sharedAt === undefined ? {} : { sharedAt }),
    cameBy,
    speaksTo: evidence.ties.map((tie) => {
      const { competency, level, since } = spokenTo(published, tie);
      const { point, ...rest } = tie;
      return {
        ...rest,
        ...(point === undefined ? {} : { point }),
        competency,
        level,
        since: typeof since === 'string' ? since : 'changed',
      };
    }),
    links: evidence.links.map(({ url, title }) => ({ url, ...(title === undefined ? {} : { title }) })),
    helped: evidence.helped.map(({ person, team, words }) => ({
      ...(person === undefined ? {} : { person }),
      ...(team === undefined ? {} : { team }),
      ...(words === undefined ? {} : { words }),
    })),
    files: evidence.files.map(({ id: file, name, type, size }) => ({
      name,
      type,
      size,
      page: baseUrl + fileAddress(id, file),
    })),
  };
}
