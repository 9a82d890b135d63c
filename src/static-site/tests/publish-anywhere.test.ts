import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleCatalogue } from '../../../test/sample-framework.ts';
import type { Catalogue } from '../../features/framework/catalogue.ts';
import { buildSite } from '../index.ts';
import { hostFolder, walkSite } from './host.ts';
import { buildSample, filesBelow } from './sample-site.ts';

const SUBFOLDER = { base: '/team/site/' };
const PUBLIC = { base: '/team/site/', baseUrl: 'https://org.example/team/site' };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cairn-site-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('A site written to be hosted anywhere', () => {
  it('has every page of every release, and no link from a subfolder that leads nowhere', async () => {
    const report = await buildSample(join(folder, 'site'), SUBFOLDER);
    const host = await hostFolder(join(folder, 'site'), SUBFOLDER.base);
    const { pages, broken } = await walkSite(`${host.origin}${SUBFOLDER.base}`);
    await host.close();
    expect(broken).toEqual([]);
    expect(host.missed).toEqual([]);
    expect(pages.length).toBe(report.pages);
    for (const path of expectedPages(sampleCatalogue())) {
      expect(pages).toContain(`${host.origin}${SUBFOLDER.base}${path}/`);
    }
  });

  it('is the same to the byte when it is built again', async () => {
    await buildSample(join(folder, 'one'), PUBLIC);
    await buildSample(join(folder, 'two'), PUBLIC);
    const [one, two] = [filesBelow(join(folder, 'one')), filesBelow(join(folder, 'two'))];
    expect(one.size).toBeGreaterThan(20);
    expect([...two.keys()]).toEqual([...one.keys()]);
    for (const [name, bytes] of one) expect(two.get(name)?.equals(bytes), name).toBe(true);
  });

  it('names its public address where it has one, and nothing it cannot know where it has none', async () => {
    await buildSample(join(folder, 'public'), PUBLIC);
    const page = readFileSync(join(folder, 'public/frameworks/harbour/index.html'), 'utf8');
    expect(page).toContain('<link rel="canonical" href="https://org.example/team/site/frameworks/harbour/"');
    await buildSample(join(folder, 'plain'), SUBFOLDER);
    for (const [name, bytes] of filesBelow(join(folder, 'plain'))) {
      expect(bytes.includes('no-address'), name).toBe(false);
    }
    const plain = readFileSync(join(folder, 'plain/frameworks/harbour/index.html'), 'utf8');
    expect(plain).not.toContain('canonical');
    expect(existsSync(join(folder, 'plain/sitemap.xml'))).toBe(false);
  });

  it('carries the content security policy in each page, and the headers in a file for hosts that read it', async () => {
    await buildSample(join(folder, 'site'), PUBLIC);
    for (const [name, bytes] of filesBelow(join(folder, 'site'))) {
      if (!name.endsWith('.html')) continue;
      const html = bytes.toString();
      expect(html, name).toMatch(
        /<head><meta charset="utf-8"\/><meta http-equiv="content-security-policy" content="default-src 'none';/,
      );
      expect(html, name).not.toContain('frame-ancestors');
    }
    const headers = readFileSync(join(folder, 'site/_headers'), 'utf8');
    expect(headers).toMatch(/^\/team\/site\/\*\n {2}content-security-policy: .*frame-ancestors 'none'/);
    expect(headers).toContain('x-content-type-options: nosniff');
    expect(headers).toContain('/team/site/assets/*\n  cache-control: public, max-age=31536000, immutable');
  });

  it('has a page for addresses that lead nowhere, whose own links hold at any depth', async () => {
    await buildSample(join(folder, 'site'), SUBFOLDER);
    const page = readFileSync(join(folder, 'site/404.html'), 'utf8');
    expect(page).toContain('There is no page here');
    expect(page).toContain('href="/team/site/frameworks/"');
  });

  it('takes the link off words that an author linked to nothing', async () => {
    const catalogue = sampleCatalogue();
    const edition = catalogue.frameworks.find(({ id }) => id === 'harbour')?.releases[0];
    if (edition === undefined) throw new Error('the sample has a harbour');
    edition.framework = {
      ...edition.framework,
      summary:
        'Read [the plan](/plans/tide), [the list](../frameworks) and [how to use it](harbour/guides/how-to-use).',
    };
    const told: string[] = [];
    await buildSample(join(folder, 'site'), SUBFOLDER, { catalogue, told });
    const page = readFileSync(join(folder, 'site/frameworks/harbour/index.html'), 'utf8');
    expect(page).toContain('<a>the plan</a>');
    expect(page).toContain('href="/team/site/frameworks/harbour/guides/how-to-use/"');
    expect(told.join()).toContain('Mending links');
  });
});

describe('Writing over a site', () => {
  const built = () => buildSample(join(folder, 'site'), SUBFOLDER);

  it('replaces an earlier site wholly', async () => {
    await built();
    writeFileSync(join(folder, 'site/left-over.html'), 'old');
    await built();
    expect(existsSync(join(folder, 'site/left-over.html'))).toBe(false);
    expect(readdirSync(folder)).toEqual(['site']);
  });

  it('writes into an empty folder and refuses any other that it did not write', async () => {
    mkdirSync(join(folder, 'site'));
    await built();
    mkdirSync(join(folder, 'mine'));
    writeFileSync(join(folder, 'mine/thesis.txt'), 'years of work');
    await expect(buildSample(join(folder, 'mine'), SUBFOLDER)).rejects.toMatchObject({ code: 'refused' });
    expect(readdirSync(join(folder, 'mine'))).toEqual(['thesis.txt']);
    await expect(buildSample(join(folder, 'mine/thesis.txt'), SUBFOLDER)).rejects.toMatchObject({
      code: 'refused',
    });
  });

  it('leaves the earlier site whole where a page cannot be made', async () => {
    await built();
    const before = filesBelow(join(folder, 'site'));
    const page =
      '<!doctype html><html><head><meta charset="utf-8"/></head><body><a href="/b">b</a></body></html>';
    const ask = (address: string) =>
      new Response(page, {
        status: address === '/b' ? 500 : 200,
        headers: { 'content-type': 'text/html', 'content-security-policy': "default-src 'none'" },
      });
    const request = { ask, hosting: SUBFOLDER, out: join(folder, 'site'), about: {}, progress: () => {} };
    await expect(buildSite(request)).rejects.toThrow('The page /b could not be made.');
    expect([...filesBelow(join(folder, 'site')).keys()]).toEqual([...before.keys()]);
    expect(readdirSync(folder)).toEqual(['site']);
  });

  it('says in a sentence why the disk does not take it', async () => {
    writeFileSync(join(folder, 'file'), '');
    const failed = buildSample(join(folder, 'file/site'), SUBFOLDER);
    await expect(failed).rejects.toThrow(/could not be written: a file stands where a folder is needed/);
  });
});

function expectedPages({ frameworks }: Catalogue): string[] {
  return frameworks.flatMap(({ id, releases }) =>
    releases.flatMap(({ framework, version }, index) => {
      const names = index === 0 ? [id, `${id}@${version}`] : [`${id}@${version}`];
      return names.flatMap((name) => [
        `frameworks/${name}`,
        ...framework.levels.map((level) => `frameworks/${name}/levels/${level.id}`),
        ...framework.roleProfiles
          .filter(({ draft }) => !draft)
          .map((role) => `frameworks/${name}/roles/${role.id}`),
        ...framework.guides.map((guide) => `frameworks/${name}/guides/${guide.id}`),
      ]);
    }),
  );
}
