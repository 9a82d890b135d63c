import fc from 'fast-check';
import { describe, it } from 'vitest';
import { faqText } from '../faq-text/index.ts';
import { pageText } from '../page-text/index.ts';
import { readFiles } from '../read.ts';
import { roleProfile } from '../role-profile/index.ts';
import { sharedBytes, sharedExists, warnIfSkipped } from './files.ts';
import { expectSound } from './soundness.ts';
import { damaged } from './texts.ts';

warnIfSkipped('damaged copies of real documents');

const FILES = [
  'seeds/000_b849c3e51041d808.txt',
  'seeds/001_871c501e724211e3.txt',
  'seeds/002_a4cf8a86c366d716.txt',
  'seeds/003_f9b5735ed2464fd4.txt',
  'seeds/004_8ddf90c3ac373d6e.txt',
  'frameworks/madetech/head_of_managed_services.md',
  'frameworks/madetech/senior_application_support_engineer.md',
];

describe.skipIf(!sharedExists)('a damaged copy', () => {
  it.each(FILES)('of %s gives what is readable or findings, and never fails', (path) => {
    fc.assert(
      fc.property(damaged(sharedBytes(path)), (bytes) => {
        expectSound(readFiles([{ name: path, bytes }], [pageText, faqText, roleProfile]));
      }),
      { numRuns: 150 },
    );
  });
});
