import { describe, expect, it } from 'vitest';
import { faqText } from '../faq-text/index.ts';
import { type Format, nothingRead, type SourceFile, type TextFile } from '../format.ts';
import { pageText } from '../page-text/index.ts';
import { readFiles } from '../read.ts';
import { roleProfile } from '../role-profile/index.ts';

const source = (name: string, text: string): SourceFile => ({ name, bytes: new TextEncoder().encode(text) });
const FORMATS = [pageText, faqText, roleProfile];
const PAGE =
  'Cook\n\nThe competencies for Cook in Kitchen are outlined below.\n\nFire\n\nKeeps fires.\n\nProficiency: Good';

describe('files of one import', () => {
  it('go each to the format that recognises it', () => {
    const result = readFiles(
      [
        source('page.txt', PAGE),
        source('faq.txt', 'FAQ\n\nWhere?\n\nHere.'),
        source('cook.md', '# Cook\n\n## Purpose\n\nTo cook.\n\n## Skills\n\n* Bread'),
      ],
      FORMATS,
    );
    expect(result.findings).toEqual([]);
    expect([result.frameworks.length, result.guides.length, result.roleProfiles.length]).toEqual([1, 1, 1]);
  });

  it('stay with the first format that recognises them, but for what a format of several files claims', () => {
    const seen: [string, string[]][] = [];
    const format = (label: string, more: Partial<Format>): Format => ({
      id: 'folder',
      label,
      recognises: () => false,
      read(files) {
        seen.push([label, files.map(({ name }) => name)]);
        return nothingRead();
      },
      ...more,
    });
    const inFolder = (files: readonly TextFile[]) => files.filter(({ name }) => name.startsWith('mine/'));
    readFiles(
      [source('a.txt', 'a'), source('mine/b.txt', 'b'), source('c.txt', 'c')],
      [
        format('first', { recognises: ({ name }) => name !== 'c.txt' }),
        format('second', { recognises: () => true }),
        format('folder', { claims: inFolder }),
      ],
    );
    expect(seen).toEqual([
      ['first', ['a.txt']],
      ['second', ['c.txt']],
      ['folder', ['mine/b.txt']],
    ]);
  });

  it('that nobody recognises are named, with what can be read instead', () => {
    const { findings } = readFiles([source('notes.txt', 'Some notes.'), source('void.txt', ' \n')], FORMATS);
    expect(findings.map(({ rule, severity, file }) => [rule, severity, file])).toEqual([
      ['unreadable', 'error', 'notes.txt'],
      ['unreadable', 'error', 'void.txt'],
    ]);
    expect(findings[0]?.remedy).toContain('page text, FAQ text, role profile');
    expect(findings[1]?.message).toContain('is empty');
  });

  it('that plainly are no framework are only noted', () => {
    const names = ['LICENSE', 'a/SOURCE.txt', 'README.md', '.gitignore', 'schema.json'];
    const { findings } = readFiles(
      names.map((name) => source(name, name === 'schema.json' ? '{ "$schema": "x" }' : 'Some text.')),
      FORMATS,
    );
    expect(findings.map(({ severity, file }) => [severity, file])).toEqual(
      names.map((name) => ['note', name]),
    );
  });

  it('that are no text do not keep the others from being read', () => {
    const result = readFiles(
      [{ name: 'x.png', bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47]) }, source('p.txt', PAGE)],
      FORMATS,
    );
    expect(result.frameworks).toHaveLength(1);
    expect(result.findings).toMatchObject([{ rule: 'unreadable', file: 'x.png' }]);
  });
});
