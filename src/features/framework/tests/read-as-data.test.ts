import { createHash } from 'node:crypto';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { HARBOUR, QUAY, sampleCatalogue } from '../../../../test/sample-framework.ts';
import type { Framework } from '../../../domain/framework.ts';
import { canonicalDocument } from '../../../domain/release.ts';
import type { OpenApiDocument } from '../data/openapi.ts';
import { OPERATIONS } from '../data/operations.ts';
import { openSite } from './site.ts';

/** One address of each operation, and of shapes that differ. */
const EXAMPLES: Record<string, string[]> = {
  listFrameworks: ['/frameworks.json'],
  getFramework: ['/frameworks/harbour.json', '/frameworks/harbour@1.0.0.json', '/frameworks/quay.json'],
  getLevel: ['/frameworks/harbour/levels/lead.json', '/frameworks/quay@0.9.0/levels/senior-hand.json'],
  getCompetency: [
    '/frameworks/harbour/competencies/incidents.json',
    '/frameworks/quay/competencies/ropes.json',
  ],
  getRoleProfile: ['/frameworks/harbour/roles/watch-manager.json'],
  getGuide: ['/frameworks/harbour/guides/how-to-use.json'],
  getDocument: ['/frameworks/quay/document.json', '/frameworks/quay@0.9.0/document.json'],
  getDocumentByDigest: [`/releases/${sha256(canonicalDocument(QUAY))}.json`],
};

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

const site = openSite();

async function read(path: string) {
  const answer = await site.get(path);
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.json();
}

describe('what is published, as data', () => {
  let ajv: Ajv2020;
  beforeAll(async () => {
    const { components } = (await read('/openapi.json')) as OpenApiDocument;
    ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema({ $id: 'https://cairn.example/openapi', components }, 'https://cairn.example/openapi');
  });

  it.each(OPERATIONS)(
    '$id answers as /openapi.json describes it, and with nothing else',
    async (operation) => {
      const name = operation.schema.meta()?.id;
      const fits = ajv.getSchema(`https://cairn.example/openapi#/components/schemas/${name}`);
      for (const path of EXAMPLES[operation.id] ?? []) {
        const answer = await read(path);
        expect(fits?.(answer), JSON.stringify(fits?.errors)).toBe(true);
        expect(operation.schema.safeParse(answer).error?.issues).toBeUndefined();
      }
      expect(EXAMPLES[operation.id]?.length).toBeGreaterThan(0);
    },
  );

  it('describes an answer strictly enough to refuse another', async () => {
    const fits = ajv.getSchema('https://cairn.example/openapi#/components/schemas/LevelData');
    expect(fits?.(await read('/frameworks/harbour.json'))).toBe(false);
  });

  it('says of a level what its page says, in the same order', async () => {
    const { level, earlier, expectations } = await read('/frameworks/harbour/levels/lead.json');
    expect(level).toMatchObject({ name: 'Lead Engineer', next: ['principal', 'manager'] });
    expect(earlier).toEqual(['watch']);
    expect(expectations.map(({ competency }: { competency: string }) => competency)).toEqual([
      'incidents',
      'records',
      'suppliers',
    ]);
    expect(expectations[0].proficiency).toMatchObject({ name: 'Practised' });
    const page = await site.html(new URL(expectations[2].page).pathname);
    expect(page).toContain(`id="${new URL(expectations[2].page).hash.slice(1)}"`);
  });

  it('leads from each answer to pages and data that are there', async () => {
    const addresses = new Set<string>();
    for (const path of Object.values(EXAMPLES).flat()) {
      const text = await (await site.get(path)).text();
      for (const [, found = ''] of text.matchAll(/"(http:\/\/cairn\.test[^"#]*)/g)) addresses.add(found);
    }
    expect(addresses.size).toBeGreaterThan(15);
    for (const address of addresses) {
      expect([address, (await site.get(new URL(address).pathname)).status]).toEqual([address, 200]);
    }
  });

  it('keeps ids that an address cannot hold as they are', async () => {
    const odd = 'a/b c?#%é';
    const levels = QUAY.levels.map((level) => (level.id === 'hand' ? { ...level, id: odd } : level));
    const document = canonicalDocument({ ...QUAY, levels });
    const framework = { ...QUAY, levels };
    const frameworks = sampleCatalogue().frameworks.map((entry) => ({
      ...entry,
      releases: entry.releases.map((edition) => ({ ...edition, framework, document })),
    }));
    const other = openSite({ ...sampleCatalogue(), frameworks });
    const answer = await other.get(`/frameworks/quay/levels/${encodeURIComponent(odd)}.json`);
    expect(await answer.json()).toMatchObject({ level: { id: odd } });
  });
});

describe("a release's document", () => {
  it('has the digest of the release, whether read by version or by digest', async () => {
    const { digest, document } = await read('/frameworks/quay.json');
    for (const path of [...(EXAMPLES.getDocument ?? []), ...(EXAMPLES.getDocumentByDigest ?? [])]) {
      const bytes = new Uint8Array(await (await site.get(path)).arrayBuffer());
      expect(`sha256:${sha256(bytes)}`).toBe(digest);
      expect(JSON.parse(Buffer.from(bytes).toString())).toEqual(document);
    }
  });

  it('comes out the same when it is read and written again', () => {
    for (const framework of [HARBOUR, QUAY]) {
      const document = canonicalDocument(framework);
      expect(canonicalDocument(JSON.parse(document) as Framework)).toBe(document);
      expect(JSON.stringify(JSON.parse(document))).toBe(document);
    }
  });

  it('may be kept for good under its digest, and leads there to its page', async () => {
    const [byDigest = ''] = EXAMPLES.getDocumentByDigest ?? [];
    expect((await site.get(byDigest)).headers.get('cache-control')).toContain('immutable');
    const page = await site.get(byDigest.replace('.json', ''));
    expect([page.status, page.headers.get('location')]).toEqual([302, '/frameworks/quay@0.9.0']);
    expect((await site.get(`/releases/${'0'.repeat(64)}`)).status).toBe(404);
  });
});

describe('drafts', () => {
  const PATHS = [
    '/frameworks/harbour@draft.json',
    '/frameworks/night.json',
    '/frameworks/night@draft.json',
    '/frameworks/night@draft/levels/hand.json',
    '/frameworks/night@draft/document.json',
    '/frameworks/harbour/roles/pilot.json',
    '/guides/questions.json',
    '/roles/stoker.json',
    '/frameworks/night.png',
    '/frameworks/harbour@draft/levels/lead.png',
  ];

  it('are never data, even for somebody with a preview link', async () => {
    for (const path of PATHS) {
      expect([path, (await site.get(path, { preview: true })).status]).toEqual([path, 404]);
    }
  });

  it('change nothing about an answer: it never looks at a cookie', async () => {
    const [plain, steward] = [
      await site.get('/frameworks.json'),
      await site.get('/frameworks.json', { preview: true }),
    ];
    expect(await steward.text()).toBe(await plain.text());
    expect(steward.headers.get('cache-control')).toBe('public, no-cache');
  });

  it('leave role profiles that are marked as drafts out of a release', async () => {
    const text = await (await site.get('/frameworks/harbour@1.1.0/document.json')).text();
    expect(text).not.toContain('Pilot on call');
    const profiles = JSON.parse(text).roleProfiles.map(({ id }: { id: string }) => id);
    expect(profiles).toEqual(['watch-manager']);
  });
});

describe('an answer', () => {
  const PATH = '/frameworks/harbour/levels/lead.json';

  it('has a strong ETag in each coding and answers 304 to who holds it', async () => {
    const etags = new Set<string>();
    for (const coding of ['br', 'gzip', 'identity']) {
      const headers = { 'accept-encoding': coding };
      const answer = await site.get(PATH, { headers });
      const etag = answer.headers.get('etag') ?? '';
      expect(etag).toMatch(/^"[\w-]+"$/);
      etags.add(etag);
      const again = await site.get(PATH, { headers: { ...headers, 'if-none-match': etag } });
      expect([again.status, await again.text()]).toEqual([304, '']);
      expect(again.headers.get('access-control-allow-origin')).toBe('*');
    }
    expect(etags.size).toBe(3);
  });

  it('answers HEAD with the same headers and no body', async () => {
    const [get, head] = [await site.get(PATH), await site.get(PATH, { method: 'HEAD' })];
    expect([...head.headers]).toEqual([...get.headers]);
    expect(await head.text()).toBe('');
  });

  it('may be read by a program in any browser, which may ask first', async () => {
    const { headers } = await site.get(PATH, { headers: { origin: 'https://elsewhere.example' } });
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('access-control-allow-credentials')).toBeNull();
    expect(headers.get('access-control-expose-headers')).toBe('etag');
    const preflight = await site.get(PATH, { method: 'OPTIONS' });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-methods')).toBe('GET, HEAD');
    expect(preflight.headers.get('access-control-allow-headers')).toBe('if-none-match');
  });

  it('is open to other sites only where it is data: pages are not', async () => {
    for (const path of ['/frameworks', '/frameworks/harbour', '/api', '/healthz']) {
      expect([path, (await site.get(path)).headers.get('access-control-allow-origin')]).toEqual([path, null]);
    }
  });

  it('is made anew when the catalogue changes', async () => {
    let catalogue = sampleCatalogue();
    const changing = openSite(() => catalogue);
    const before = (await changing.get('/frameworks.json')).headers.get('etag');
    catalogue = { ...catalogue, revision: 'sample-2', frameworks: catalogue.frameworks.slice(1) };
    expect((await changing.get('/frameworks.json')).headers.get('etag')).not.toBe(before);
  });

  it('says as a problem what is wrong, what to do, and no more', async () => {
    const cases: [string, string, number][] = [
      ['GET', '/frameworks/harbor.json', 404],
      ['GET', '/frameworks/harbour@9.9.9.json', 404],
      ['GET', '/frameworks/harbour/levels/nobody.json', 404],
      ['GET', '/releases/none.json', 404],
      ['GET', '/nowhere.json', 404],
      ['GET', '/frameworks/%zz.json', 400],
      ['POST', '/frameworks.json', 405],
    ];
    for (const [method, path, status] of cases) {
      const answer = await site.get(path, { method });
      expect([path, answer.status]).toEqual([path, status]);
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
      expect(answer.headers.get('cache-control')).toBe('no-store');
      const problem = await answer.json();
      expect(problem).toMatchObject({ type: 'about:blank', status });
      expect(problem.detail.length).toBeGreaterThan(20);
    }
  });

  it('hides an error of ours behind an id', async () => {
    const broken = openSite(() => {
      throw new Error('secret detail');
    });
    const answer = await broken.get('/frameworks.json');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([500, 'application/problem+json']);
    expect(await answer.text()).not.toContain('secret');
    expect(broken.logged).toHaveLength(1);
  });
});
