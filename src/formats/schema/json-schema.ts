import { z } from 'zod';
import { frameworkDocument } from './document.ts';
import { frameworkFile, themeFile } from './folder-files.ts';

/** The address that the schemas go by. An identifier: nothing is ever fetched from it. */
export const SCHEMA_BASE = 'https://cairn.example/schema/';

const PUBLISHED = {
  'framework.schema.json': { title: 'Cairn framework.yaml', schema: frameworkFile },
  'theme.schema.json': { title: 'Cairn themes/ID.yaml', schema: themeFile },
  'document.schema.json': { title: 'Cairn framework document', schema: frameworkDocument },
};

/** The JSON Schemas (2020-12) of the own formats, by the name of their file in `frameworks/schema/`. */
export function jsonSchemas(): Record<string, object> {
  return Object.fromEntries(
    Object.entries(PUBLISHED).map(([file, { title, schema }]) => [file, published(file, title, schema)]),
  );
}

/** The text of a schema's file. */
export function schemaText(schema: object): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}

function published(file: string, title: string, schema: z.ZodType): object {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12' });
  const described = rest as { properties?: Record<string, object> };
  const properties = {
    $schema: { type: 'string', description: 'Address of this schema.' },
    ...described.properties,
  };
  return { $schema, $id: `${SCHEMA_BASE}${file}`, title, ...described, properties };
}
