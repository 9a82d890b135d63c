/** Whether what is published is what a folder says, found out without trusting what the publisher says of itself. */
import { CairnError } from '../../domain/errors.ts';
import type { Framework } from '../../domain/framework.ts';
import { releaseDocument } from '../../domain/release.ts';
import { digest } from '../../formats/index.ts';
import { differences } from './differences.ts';
import type { ReadPublished } from './published.ts';

/** What was found about one framework. */
export interface Verdict {
  agrees: boolean;
  /** Sentences for a person, the most important one first. */
  said: string[];
}

/** The parts of a framework's data that matter here. */
interface Claimed {
  version: string;
  status: string;
  digest: string;
  document: object;
}

/** @param version of the release to look at; the newest by default. @throws CairnError where that cannot be read */
export async function verify(
  read: ReadPublished,
  framework: Framework,
  version: string | undefined,
): Promise<Verdict> {
  const { id } = framework;
  const at = `/frameworks/${encodeURIComponent(id)}`;
  const pinned = version === undefined ? at : `${at}@${encodeURIComponent(version)}`;
  const data = await read(`${pinned}.json`);
  if (data === undefined) {
    const what = version === undefined ? 'no release' : `no release ${version}`;
    return { agrees: false, said: [`${id}: ${what} of it is published there.`] };
  }
  const claimed = claimedIn(data, id);
  const name = `${id} ${claimed.version} (${claimed.status})`;
  const bytes = await read(`${at}@${encodeURIComponent(claimed.version)}/document.json`);
  const doubt = doubtAbout(claimed, bytes);
  if (doubt !== undefined) return { agrees: false, said: [`${name}: ${doubt}`] };

  const expected = releaseDocument(framework);
  if (digest(expected) !== claimed.digest) {
    const published = bytes === undefined ? claimed.document : JSON.parse(Buffer.from(bytes).toString());
    return {
      agrees: false,
      said: [`${name}: it is not what the folder says.`, ...differencesIn(published, expected)],
    };
  }
  const recomputed = 'Its digest was made again from the published bytes.';
  return { agrees: true, said: [`${name}: it is what the folder says.`, recomputed, claimed.digest] };
}

/** Why the digest that is claimed does not hold for what is published, or undefined where it does. */
function doubtAbout({ digest: claim, document }: Claimed, bytes: Uint8Array | undefined) {
  if (bytes === undefined) {
    return 'the document that its digest was made of is missing.';
  }
  if (digest(bytes) !== claim) {
    return `its document has the digest ${digest(bytes)}, but it is published as ${claim}. It was changed after its release.`;
  }
  return JSON.stringify(document) === Buffer.from(bytes).toString()
    ? undefined
    : 'its data says something else than the document that its digest was made of. It was changed after its release.';
}

function differencesIn(published: object, expected: string): string[] {
  const found = differences(published as Framework, JSON.parse(expected) as Framework);
  return found.length > 0 ? found : ['The two say the same in another order.'];
}

function claimedIn(data: Uint8Array, id: string): Claimed {
  const claimed = parsed(data);
  const { version, status, digest: claim, document } = claimed ?? {};
  const isRead =
    typeof version === 'string' &&
    typeof status === 'string' &&
    typeof claim === 'string' &&
    typeof document === 'object' &&
    document !== null;
  if (isRead) return { version, status, digest: claim, document };
  throw new CairnError(
    'unreadable',
    `What is published as ${id} is not data of Cairn.`,
    'Check the address: it should be that of Cairn or of a site it wrote.',
  );
}

function parsed(data: Uint8Array): Partial<Claimed> | undefined {
  try {
    return JSON.parse(Buffer.from(data).toString()) as Partial<Claimed>;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
