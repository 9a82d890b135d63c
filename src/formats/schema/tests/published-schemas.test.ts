import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { writeFolder } from '../../folder/index.ts';
import { writeJson } from '../../json/index.ts';
import { anyFramework } from '../../tests/framework-arbitrary.ts';
import { jsonSchemas, schemaText } from '../index.ts';

const folder = new URL('../../../../frameworks/schema/', import.meta.url);

function validator(name: string): ValidateFunction {
  return new Ajv2020({ strict: true, allErrors: true }).compile(jsonSchemas()[name] as object);
}

describe('the published schemas', () => {
  it.each(Object.keys(jsonSchemas()))('%s is as committed (else run: npm run generate)', (name) => {
    expect(existsSync(new URL(name, folder))).toBe(true);
    expect(readFileSync(new URL(name, folder), 'utf8')).toBe(schemaText(jsonSchemas()[name] as object));
  });

  it('describe every field', () => {
    const bare = Object.entries(jsonSchemas()).flatMap(([name, schema]) => undescribed(schema, name));
    expect(bare).toEqual([]);
  });

  it('accept whatever the writers write', () => {
    const documents = validator('document.schema.json');
    const frameworks = validator('framework.schema.json');
    const themes = validator('theme.schema.json');
    fc.assert(
      fc.property(anyFramework, (framework) => {
        const [document] = writeJson(framework).files;
        const valid = documents(JSON.parse(new TextDecoder().decode(document?.bytes)));
        expect(documents.errors ?? []).toEqual([]);
        expect(valid).toBe(true);
        for (const { name, bytes } of writeFolder(framework).files) {
          const check =
            name === 'framework.yaml' ? frameworks : name.startsWith('themes/') ? themes : undefined;
          check?.(parse(new TextDecoder().decode(bytes)));
          expect(check?.errors ?? []).toEqual([]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('refuse what the readers warn about', () => {
    const themes = validator('theme.schema.json');
    expect(themes({ id: 'a', name: 'A' })).toBe(true);
    expect(themes({ id: 'a' })).toBe(false);
    expect(themes({ id: 'a', name: 'A', competences: [] })).toBe(false);
    expect(
      themes({ id: 'a', name: 'A', competencies: [{ id: 'b', name: 'B', expectations: [{ id: 'c' }] }] }),
    ).toBe(false);
  });
});

/** Paths of properties without a description; a part shared by several fields is described where it is used. */
function undescribed(schema: unknown, path: string): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties, items, ...rest } = schema as { properties?: Record<string, object>; items?: object };
  const bare = Object.entries(properties ?? {}).flatMap(([key, field]) => [
    ...('description' in field || '$ref' in field ? [] : [`${path}.${key}`]),
    ...undescribed(field, `${path}.${key}`),
  ]);
  const defs = '$defs' in rest ? Object.entries(rest.$defs as object) : [];
  return [
    ...bare,
    ...undescribed(items, `${path}[]`),
    ...defs.flatMap(([key, field]) => undescribed(field, key)),
  ];
}
