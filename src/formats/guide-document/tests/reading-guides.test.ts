import { describe, expect, it } from 'vitest';
import { FORMATS_READ, readFiles } from '../../index.ts';
import { textFile } from '../../tests/files.ts';
import { guideDocument } from '../index.ts';

function read(text: string, name = 'guide.md') {
  return readFiles([{ name, bytes: new TextEncoder().encode(text) }], FORMATS_READ);
}

describe('A guide of its own', () => {
  it('is read with the title of its front matter, sections to the letter, and its scale as text', () => {
    const { guides, frameworks, findings } = read(
      '---\ntitle: How to use the Matrix\npermalink: /matrix/\nlayout: plain\n---\n\n# {{page.title}}\n\nRead it *together*. \n\n## Words\n\n  1. **Learning**: asks.\n  2. **Doing**: does.\n\n### More\n\nSee [this](https://example.org).\n\n## Talks\n\nTwice a year.\n',
    );
    expect(frameworks).toEqual([]);
    expect(findings).toEqual([]);
    expect(guides).toMatchObject([
      {
        id: 'how-to-use-the-matrix',
        title: 'How to use the Matrix',
        kind: 'how-to-use',
        textFormat: 'markdown',
        introduction: 'Read it *together*. ',
        sections: [
          {
            heading: 'Words',
            body: '  1. **Learning**: asks.\n  2. **Doing**: does.\n\n### More\n\nSee [this](https://example.org).',
          },
          { heading: 'Talks', body: 'Twice a year.' },
        ],
      },
    ]);
  });

  it('says which words of its front matter have no place', () => {
    const { findings } = read('---\ntitle: Handbook\ndescription: For the crew.\n---\n\n## One\n\nText.\n');
    expect(findings).toMatchObject([{ severity: 'note', line: 3, quote: 'description: For the crew.' }]);
  });

  it('is known by its first heading where there is no front matter', () => {
    const { guides } = read('# FAQ for the crew\n\n## Who looks after it\n\nThe mate.\n');
    expect(guides).toMatchObject([
      { title: 'FAQ for the crew', kind: 'faq', sections: [{ heading: 'Who looks after it' }] },
    ]);
  });

  it.each([
    ['README.md', '# Crew\n\n## Licence\n\nx'],
    ['notes.md', '# Only a title\n\nNo section.'],
    ['notes.md', 'Some words.\n\n## A section\n\nx'],
    ['notes.txt', '# Title\n\n## Section\n\nx'],
  ])('is not seen in %s: %j', (name, text) => {
    expect(guideDocument.recognises(textFile(name, text))).toBe(false);
  });

  it('leaves role profiles to their own format', () => {
    const text =
      '# Cook\n\n## Purpose\n\nCooks.\n\n## Key responsibilities\n\n* Meals\n\n## Skills\n\n* Knives\n';
    expect(read(text)).toMatchObject({ guides: [], roleProfiles: [{ title: 'Cook' }] });
  });
});
