import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../domain/finding.ts';
import type { Framework } from '../../domain/framework.ts';
import { digest } from '../../formats/digest.ts';
import { faqText } from '../../formats/faq-text/index.ts';
import type { Format, TextFile } from '../../formats/format.ts';
import { jobFamily } from '../../formats/job-family/index.ts';
import { pageText } from '../../formats/page-text/index.ts';
import { roleProfile } from '../../formats/role-profile/index.ts';
import { lint, lintGuide, lintRoleProfile, proposeRows } from '../index.ts';
import { CONTEXT } from './made.ts';

const SHARED = new URL('../../../../shared/', import.meta.url);
const sharedExists = existsSync(SHARED);
if (!sharedExists) console.warn('SKIPPED what the linter finds in real documents: ../shared is missing');

function file(path: string): TextFile {
  const bytes = readFileSync(new URL(path, SHARED));
  return { name: path.split('/').at(-1) ?? path, bytes, text: bytes.toString('utf8'), digest: digest(bytes) };
}

/** The documents of ../shared/seeds by their numbers. */
function read(format: Format, ...numbers: string[]) {
  const names = readdirSync(new URL('seeds/', SHARED));
  const wanted = names.filter((name) => numbers.some((number) => name.startsWith(number)));
  return format.read(wanted.map((name) => file(`seeds/${name}`)));
}

function only<Item>(items: readonly Item[]): Item {
  const [first, ...others] = items;
  if (first === undefined || others.length > 0) throw new Error(`expected one, got ${items.length}`);
  return first;
}

function quotes(findings: readonly Finding[], rule: string): string[] {
  return findings.filter((finding) => finding.rule === rule).map(({ quote }) => quote);
}

function legacy(): Framework {
  return only(read(pageText, '001', '002').frameworks);
}

describe.skipIf(!sharedExists)('the two legacy pages', () => {
  const findings = sharedExists ? lint(legacy(), CONTEXT).findings : [];

  it('hold one entry twice and one a comma apart', () => {
    expect(quotes(findings, 'duplicate-entry')).toEqual([
      'Improves and promotes team visibility between departments',
    ]);
    expect(quotes(findings, 'near-duplicate')).toEqual(['Ownership of personal development']);
  });

  it('hold seven pairs whose names drift', () => {
    expect(
      findings
        .filter(({ rule }) => rule === 'row-misaligned')
        .map(({ message }) => message.match(/“[^”]+”/g)),
    ).toEqual([
      [
        '“Perform the technical processes for Operations”',
        '“Perform the technical processes for operations”',
      ],
      [
        '“Problem solving / troubleshooting, and escalation”',
        '“Problem solving, troubleshooting, and escalation”',
      ],
      ['“Handling requests from users”', '“Handling request from users”'],
      ['“Incident Management (in a incident lead role)”', '“Incident Management”'],
      ['“Documenting new information”', '“Documenting Information”'],
      ['“Clear communication”', '“Communication”'],
      ['“Deputising for manager”', '“Deputising for manager (think of a better phrase for this)”'],
    ]);
  });

  it('become 17 rows when every proposal is confirmed', () => {
    const framework = legacy();
    const joined = new Set(proposeRows(framework).flatMap(({ joins }) => joins));
    expect(framework.competencies).toHaveLength(36);
    expect(framework.competencies.length - joined.size).toBe(17);
  });

  it('hold a note between writers, a misspelling and a clash of names', () => {
    expect(quotes(findings, 'editor-note')).toEqual(['(think of a better phrase for this)']);
    expect(findings).toContainEqual(
      expect.objectContaining({
        rule: 'spelling',
        quote: 'indientify',
        remedy: expect.stringContaining('“identify”'),
      }),
    );
    expect(quotes(findings, 'name-clash')).toEqual(['Communication']);
  });

  it('repeat wording, ask for one proficiency, and contradict each other', () => {
    expect(quotes(findings, 'wording-repeated-from-earlier-level')).toEqual([
      'Helps onboard new services and reviews documentation, suggests improvements',
    ]);
    expect(quotes(findings, 'proficiency-never-varies')).toEqual(['Working knowledge']);
    expect(quotes(findings, 'proficiency-undefined')).toEqual(['Working knowledge']);
    expect(quotes(findings, 'status-conflict')).toHaveLength(1);
    expect(quotes(findings, 'level-missing')).toEqual(['Senior Engineer 2']);
    expect(quotes(findings, 'referenced-guide-missing')).toHaveLength(1);
    expect(quotes(findings, 'too-many-competencies')).toEqual(['Engineer', 'Senior Engineer 2']);
  });

  it('say of each finding where it is, and quote what stands there', () => {
    const texts = new Map(
      readdirSync(new URL('seeds/', SHARED)).map((name) => [name, file(`seeds/${name}`).text]),
    );
    for (const finding of findings) {
      expect(finding.line, finding.rule).toBeGreaterThan(0);
      const whole = ['no-steward', 'scale-unordered'].includes(finding.rule);
      if (!whole)
        expect(texts.get(finding.file ?? ''), finding.rule).toContain(finding.quote.replace(/…$/, ''));
    }
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

describe.skipIf(!sharedExists)('the other documents', () => {
  it('the newer page has its misspelling, and its themes are its competencies', () => {
    const { findings } = lint(only(read(pageText, '000').frameworks), CONTEXT);
    expect(quotes(findings, 'spelling')).toEqual(['diagrammes', 'Skillfully']);
    expect(quotes(findings, 'name-clash')).toEqual([]);
    expect(quotes(findings, 'proficiency-undefined')).toEqual(['Practitioner', 'Expert']);
  });

  it('the FAQ has two empty lists, a guide that is not there, a level nobody knows and a doubled word', () => {
    const findings = lintGuide(only(read(faqText, '003').guides), CONTEXT);
    expect(quotes(findings, 'empty-list')).toEqual([
      'There are many ways to do this:',
      'Excluded teams are:',
    ]);
    expect(quotes(findings, 'referenced-guide-missing')).toHaveLength(1);
    expect(quotes(findings, 'unknown-level-name')).toHaveLength(1);
    expect(findings.find(({ rule }) => rule === 'unknown-level-name')?.message).toContain('Mid');
    expect(quotes(findings, 'repeated-word')).toEqual(['the the']);
    expect(quotes(findings, 'spelling')).toEqual([]);
  });

  it('the role profile has American spellings and no lost list', () => {
    const findings = lintRoleProfile(only(read(roleProfile, '004').roleProfiles), CONTEXT);
    expect(quotes(findings, 'spelling').toSorted()).toEqual(['Recognize', 'analyzing', 'emphasizes']);
    expect(quotes(findings, 'empty-list')).toEqual([]);
  });

  it('three job families have few drifting names, each with a sensible partner', () => {
    const drifts = ['engineering', 'engineering-v1', 'operations'].map((name) => {
      const framework = only(jobFamily.read([file(`frameworks/financial-times/${name}.yml`)]).frameworks);
      return quotes(lint(framework, CONTEXT).findings, 'row-misaligned').length;
    });
    expect(drifts).toEqual([0, 4, 5]);
  });
});
