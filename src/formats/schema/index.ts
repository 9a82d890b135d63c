export { jsonSchemas, SCHEMA_BASE, schemaText } from './json-schema.ts';
