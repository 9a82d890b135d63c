import type { Finding } from '../../domain/finding.ts';
import type { Framework } from '../../domain/framework.ts';
import { type Format, nothingRead, type TextFile } from '../format.ts';
import { IdMint } from '../ids.ts';
import { assemble } from './assemble.ts';
import { readPages } from './page.ts';
import type { Page } from './page-model.ts';

/** Files that have a format of their own, whatever words they hold. */
const OTHER_FORMATS = /\.(?:ya?ml|json|csv|html?)$/i;

/**
 * The text of a competency page, one level a page, in the newer or the legacy shape. Pages of one family and shape
 * join into one framework; the two shapes of one family stay two frameworks until a person says otherwise.
 */
export const pageText: Format = {
  id: 'page-text',
  label: 'page text',
  recognises({ name, text }) {
    if (OTHER_FORMATS.test(name)) return false;
    return (
      /^[ \t\u00a0]{0,40}the competencies for .{1,400} are outlined below/imu.test(text) ||
      /^Proficiency:[ \t\u00a0]{0,40}\S/mu.test(text)
    );
  },
  read(files) {
    const { unique, findings } = withoutRepeated(files);
    const read = unique.map(readPages);
    const pages = read.flatMap((result) => result.pages);
    return {
      ...nothingRead(),
      frameworks: frameworksOf(pages),
      findings: [...findings, ...read.flatMap((r) => r.findings)],
    };
  },
};

/** The files in the order of their names, so that the order in which they were given changes nothing. */
function withoutRepeated(files: readonly TextFile[]): { unique: TextFile[]; findings: Finding[] } {
  const firstOf = new Map<string, TextFile>();
  const findings: Finding[] = [];
  for (const file of files.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const first = firstOf.get(file.digest);
    if (first === undefined) firstOf.set(file.digest, file);
    else {
      findings.push({
        rule: 'unexpected-part',
        severity: 'warning',
        file: file.name,
        quote: '',
        message: `${file.name} is the same file as ${first.name}, so it was read once.`,
        remedy: 'Import only one of the two.',
      });
    }
  }
  return { unique: [...firstOf.values()], findings };
}

function frameworksOf(pages: readonly Page[]): Framework[] {
  const groups = Map.groupBy(pages, ({ family, shape, file }) => {
    // A page that names no family is nobody's sibling.
    const whose = family === undefined || family === '' ? `file:${file.name}` : family.toLowerCase();
    return `page-text:${whose}:${shape}`;
  });
  const ids = new IdMint();
  return [...groups].map(([key, group]) => {
    const name = nameOf(group[0] as Page);
    const isLegacy = group.some(({ statuses }) => statuses.some(({ status }) => status === 'legacy'));
    return assemble(group, ids.mint(isLegacy ? `${name} legacy` : name, 'framework'), name, key);
  });
}

function nameOf({ family, file }: Page): string {
  if (family !== undefined && family !== '') return family;
  return file.name.slice(file.name.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
}
