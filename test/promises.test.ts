/** The rules of the product, each as a test of its name, as far as what exists today can break them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { examine, releaseFramework } from '../src/features/framework/index.ts';
import { importAt, LATER, LEGACY_PAGES, NOW } from '../src/features/framework/tests/documents.ts';
import { openSite, textOf } from '../src/features/framework/tests/site.ts';
import { FORMATS_READ, readFiles } from '../src/formats/index.ts';
import { onEachEngine } from './database.ts';
import { HARBOUR } from './sample-framework.ts';

const ROOT = resolve(import.meta.dirname, '..');

/** Words that would mean that the software judges. `weight` and `weighting` are authors' own or say "none". */
const JUDGING =
  /\b(scores?|scoring|percentages?|percent(?! sign)|ranks?|ranking|league|leaderboard|averages?|readiness|progress ?bar)\b/i;

describe('1. It informs a conversation; it never decides', () => {
  it('has no score, percentage, rank or average among labels, keys and columns', () => {
    const wrong = productText().filter(({ text }) => JUDGING.test(text));
    expect(wrong).toEqual([]);
  });

  it('recognises a judging word where one stands', () => {
    expect('readiness: number').toMatch(JUDGING);
    expect('<th>Average</th>').toMatch(JUDGING);
  });

  it('draws no meter and no progress element', () => {
    const wrong = productText().filter(({ text }) => /<(meter|progress)\b/.test(text));
    expect(wrong).toEqual([]);
  });
});

const LEVEL = '/frameworks/harbour/levels/lead';

describe('2. No competency weighs more than another', () => {
  it('keeps to the framework’s own order on every page of it', async () => {
    const own = HARBOUR.competencies.map(({ id }) => `levels/lead#${id}"`);
    const framework = await openSite().html('/frameworks/harbour');
    expect(placesOf(framework, own)).toEqual(placesOf(framework, own).toSorted((a, b) => a - b));
    const anchors = HARBOUR.competencies.map(({ id }) => `<article class="expectation" id="${id}"`);
    const level = await openSite().html(LEVEL);
    expect(placesOf(level, anchors)).toEqual(placesOf(level, anchors).toSorted((a, b) => a - b));
  });
});

/** Where the parts stand in a page; every one must. */
function placesOf(html: string, parts: readonly string[]): number[] {
  return parts.map((part) => {
    expect(html).toContain(part);
    return html.indexOf(part);
  });
}

describe('3. Examples are illustrative', () => {
  it('says so beside them and offers nothing to tick', async () => {
    const html = await openSite().html(LEVEL);
    expect(html).toContain('Examples, for illustration');
    expect(html).not.toMatch(/type="checkbox"|role="checkbox"/);
  });
});

describe('4. Earlier levels follow the policy of the release', () => {
  it('folds them where they are assumed, and never mixes their wording into the level', async () => {
    const [own = '', earlier = ''] = (await openSite().html(LEVEL)).split('id="_earlier"');
    expect(own).not.toContain('Brought the mooring sensors back');
    expect(earlier).toContain('Assumed to be met.');
    expect(earlier).toContain('Brought the mooring sensors back');
  });
});

describe('5. What was said stays what was said', () => {
  onEachEngine((database) => {
    it('never changes a release, not even by SQL of its owner', async () => {
      const { db } = database();
      await importAt(db, LEGACY_PAGES);
      const request = { framework: 'port-services-legacy', by: 'steward', allowedWords: new Set<string>() };
      await releaseFramework(db, { ...request, status: 'beta', now: NOW });
      await expect(sql`update release set document = '{}'`.execute(db)).rejects.toThrow();
      await expect(sql`delete from release`.execute(db)).rejects.toThrow();
      await expect(sql`update release_status set status = 'legacy'`.execute(db)).rejects.toThrow();
      await releaseFramework(db, { ...request, status: 'published', now: LATER });
      const { rows } = await sql<{ document: string }>`select document from release`.execute(db);
      expect(rows).toHaveLength(1);
      expect(rows[0]?.document).toContain('Scrapes a hull');
    });
  });
});

describe('9. Private by default', () => {
  it('shows no draft to a visitor', async () => {
    const site = openSite();
    expect((await site.get('/frameworks/harbour@draft')).status).toBe(404);
    expect(await site.html('/frameworks')).not.toContain('Harbour Operations, next');
  });
});

describe('10. A published framework names its gaps', () => {
  it('shows what its source leaves open, in the source’s own words', async () => {
    const text = textOf(await openSite().html('/frameworks/harbour'));
    expect(text).toContain('What the source leaves out');
    expect(text).toContain('Teams that are exempt:');
  });
});

describe('11. Source text is never silently corrected', () => {
  it('keeps a typing error to the letter, and points at it', () => {
    const read = readFiles(LEGACY_PAGES, FORMATS_READ);
    const names = read.frameworks.flatMap(({ competencies }) => competencies.map(({ name }) => name));
    expect(names).toContain('Ties up boats and handels ropes');
    const findings = examine(read, { today: '2026-11-22', allowedWords: new Set() });
    expect(findings.map(({ rule, quote }) => `${rule} ${quote}`)).toContain('spelling handels');
  });
});

interface Line {
  place: string;
  text: string;
}

/** Every line of views, domain, schemas and migrations, without comments: they may name what must not be. */
function productText(): Line[] {
  const folders = ['src/domain', 'src/web', 'src/features', 'src/formats/schema', 'migrations', 'public'];
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(tsx?|sql|js|css)$/.test(file) && !file.includes('tests/'))
      .flatMap((file) => lines(join(folder, file))),
  );
}

function lines(file: string): Line[] {
  const code = readFileSync(join(ROOT, file), 'utf8').replace(
    /\/\*[\s\S]*?\*\/|(^|\s)(--|\/\/).*$/gm,
    (comment) => comment.replace(/[^\n]/g, ' '),
  );
  return code.split('\n').map((text, index) => ({ place: `${file}:${index + 1}`, text: text.trim() }));
}
