import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cairn, ROOT, temporaryFolder } from './cairn.ts';

const SHIPPED = join(ROOT, 'frameworks/operations');
const PAGE = join(ROOT, 'src/formats/page-text/tests/fixtures/legacy-deckhand.txt');

describe('check', () => {
  it('ends with 0 on the shipped framework, which has no error and no warning', async () => {
    const { code, stdout } = await cairn(['check', SHIPPED, '--format', 'json']);
    expect(code).toBe(0);
    const serious = JSON.parse(stdout).filter(({ severity }: { severity: string }) => severity !== 'note');
    expect(serious).toEqual([]);
  });

  it('prints an array whose entries name rule, severity, file, line, quote, message and remedy', async () => {
    const { stdout } = await cairn(['check', PAGE, '--format', 'json']);
    const typo = JSON.parse(stdout).find(({ rule }: { rule: string }) => rule === 'spelling');
    expect(typo).toMatchObject({ severity: 'warning', line: 7, quote: 'handels' });
    expect(typo.file).toMatch(/legacy-deckhand\.txt$/);
    expect(typo.message.length).toBeGreaterThan(20);
    expect(typo.remedy.length).toBeGreaterThan(10);
  });

  it('ends with 1 at an error and with 2 where nothing could be read', async () => {
    const folder = temporaryFolder();
    const broken = join(folder, 'page.txt');
    writeFileSync(
      broken,
      Buffer.from(
        'The competencies for Cook in Galley are outlined below.\n\nSoup\n\nExamples:\n\n  • Caf\xe9\n\nProficiency: Useful\n',
        'latin1',
      ),
    );
    expect((await cairn(['check', broken])).code).toBe(1);
    writeFileSync(join(folder, 'picture.png'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]));
    const nothing = await cairn(['check', join(folder, 'picture.png')]);
    expect(nothing.code).toBe(2);
    expect(nothing.stdout).toContain('PNG');
  });

  it('writes SARIF that names each finding’s place', async () => {
    const { stdout } = await cairn(['check', PAGE, '--format', 'sarif']);
    const sarif = JSON.parse(stdout);
    expect(sarif.version).toBe('2.1.0');
    const [run] = sarif.runs;
    expect(run.results.length).toBeGreaterThan(3);
    for (const { ruleId, level, message, locations } of run.results) {
      expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).toContain(ruleId);
      expect(['error', 'warning', 'note']).toContain(level);
      expect(message.text).not.toBe('');
      expect(locations[0].physicalLocation.region.startLine).toBeGreaterThan(0);
    }
  });

  it('takes the organisation’s own words as spelt right', async () => {
    const words = join(temporaryFolder(), 'words.txt');
    writeFileSync(words, '# Ours\nhandels\n');
    const { stdout } = await cairn(['check', PAGE, '--format', 'json', '--words', words]);
    expect(stdout).not.toContain('“handels”');
    expect(JSON.parse(stdout).filter(({ quote }: { quote: string }) => quote === 'handels')).toEqual([]);
  });

  it('says what a wrong option should have been', async () => {
    const { code, stderr } = await cairn(['check', PAGE, '--format', 'xml']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/text, json, sarif/);
  });
});
