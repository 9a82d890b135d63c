import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import type { OpenApiDocument } from '../data/openapi.ts';
import { openSite } from './site.ts';

const site = openSite();

async function description(): Promise<OpenApiDocument> {
  return (await site.get('/openapi.json')).json() as Promise<OpenApiDocument>;
}

describe('/openapi.json', () => {
  it('is OpenAPI 3.1', async () => {
    const document = await description();
    expect(document.openapi).toBe('3.1.0');
    expect(await new Validator().validate(document)).toEqual({ valid: true });
    expect(await new Validator().validate({ ...document, info: {} })).toMatchObject({ valid: false });
  });

  it('names every route of data that is mounted, and no other', async () => {
    const mounted = site.routes
      .filter(({ method, path }) => method === 'GET' && /\.json\b/.test(path))
      .map(({ path }) => path.replace(/:(\w+)\{[^}]*\.json\}/g, '{$1}.json').replace(/:(\w+)/g, '{$1}'));
    expect(mounted.length).toBeGreaterThan(8);
    expect(new Set(Object.keys((await description()).paths))).toEqual(new Set(mounted));
  });

  it('refers only to schemas that it holds', async () => {
    const document = await description();
    const names = Object.keys(document.components.schemas);
    const named = JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g);
    const missing = [...named].map(([, name]) => name).filter((name) => !names.includes(name ?? ''));
    expect(missing).toEqual([]);
  });

  it('says what every field means', async () => {
    const { components } = await description();
    const silent: string[] = [];
    const walk = (schema: Record<string, unknown>, at: string) => {
      for (const [name, field] of Object.entries((schema.properties ?? {}) as Record<string, never>)) {
        const { description: words, $ref } = field as { description?: string; $ref?: string };
        if (words === undefined && $ref === undefined) silent.push(`${at}.${name}`);
        walk((field as { items?: Record<string, unknown> }).items ?? field, `${at}.${name}`);
      }
    };
    for (const [name, schema] of Object.entries(components.schemas)) walk(schema as never, name);
    expect(silent).toEqual([]);
  });
});

describe('the reference', () => {
  it('shows every operation and every schema, and links to what is there', async () => {
    const html = await site.html('/api');
    const { paths, components } = await description();
    for (const { get } of Object.values(paths)) expect(html).toContain(`id="${get?.operationId}"`);
    for (const name of Object.keys(components.schemas)) expect(html).toContain(`id="_${name}"`);
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const links = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(links.filter((id) => !ids.has(id))).toEqual([]);
    expect(html).not.toMatch(/>undefined<|\[object/);
  });

  it('can be found: every page leads there', async () => {
    expect(await site.html('/frameworks')).toContain('href="/api"');
  });
});
