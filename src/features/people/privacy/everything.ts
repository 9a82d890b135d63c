/** "Everything about me": what each feature holds of a person, in one archive. */
import { strToU8, type Zippable, zipSync } from 'fflate';
import type { Asking, PersonalFile, PersonalPart, PersonalRecord } from './personal-record.ts';

/** So many bytes of files go into an archive, which is built in memory; those beyond are named with where they are. */
const MOST_BYTES = 200 * 1024 * 1024;

interface Gathered {
  record: PersonalRecord;
  part: PersonalPart;
}

/** @param origin the public address, under which files that did not fit are found */
export async function everythingAbout(
  records: readonly PersonalRecord[],
  asking: Asking,
  origin: string,
  mostBytes = MOST_BYTES,
): Promise<Uint8Array<ArrayBuffer>> {
  const gathered: Gathered[] = [];
  for (const record of records) gathered.push({ record, part: await record.gather(asking) });
  const archive: Zippable = {};
  const leftOut: string[] = [];
  let room = mostBytes;
  for (const { record, part } of gathered) {
    archive[`${record.name}.json`] = strToU8(`${JSON.stringify(part.data, null, 2)}\n`);
    archive[`${record.name}.md`] = strToU8(`# ${record.title}\n\n${part.markdown}`);
    for (const file of part.files ?? []) {
      room -= file.size;
      if (room < 0) leftOut.push(nameOf(record, file));
      // What people attach is mostly compressed already.
      else archive[nameOf(record, file)] = [await file.read(), { level: 0 }];
    }
  }
  archive['README.md'] = strToU8(readme(gathered, asking, leftOut, origin));
  return new Uint8Array(zipSync(archive, { mtime: asking.now }));
}

function nameOf({ name }: PersonalRecord, { path }: PersonalFile): string {
  // Out of the archive's folder leads no name.
  const inside = path.split('/').filter((part) => part !== '' && part !== '.' && part !== '..');
  return [`${name}-files`, ...inside].join('/');
}

function readme(
  gathered: readonly Gathered[],
  { viewer, now }: Asking,
  leftOut: readonly string[],
  origin: string,
): string {
  const parts = gathered.map(
    ({ record: { name, title } }) => `- ${title}: \`${name}.md\` to read, \`${name}.json\` as data`,
  );
  return `# Everything about ${viewer.name}

Gathered on ${now.toISOString()} at ${origin}.

${parts.join('\n')}

Files that you attached are in folders beside them. Names of other people stay where they are part of what happened to
you; their e-mail addresses are left out. What others keep to themselves about you until it is revealed is not here yet.
${leftOut.length === 0 ? '' : `\n## Files that did not fit\n\nThe archive holds 200 MB of files at most. These are left out; download them one by one at ${origin}.\n\n${leftOut.map((name) => `- ${name}`).join('\n')}\n`}`;
}
