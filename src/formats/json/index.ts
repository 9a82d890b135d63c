import type { Finding } from '../../domain/finding.ts';
import type { Framework } from '../../domain/framework.ts';
import { inOwnOrder } from '../../domain/order.ts';
import { fileNames } from '../folder/file-names.ts';
import type { TextFile, Written } from '../format.ts';
import { frameworkDocument } from '../schema/document.ts';
import { SCHEMA_BASE } from '../schema/index.ts';
import { utf8File } from '../yaml-edit/encode.ts';

/** Writes a framework as one JSON file that names its schema. Holds everything. */
export function writeJson(framework: Framework): Written {
  const document = { $schema: `${SCHEMA_BASE}document.schema.json`, ...inOwnOrder(framework) };
  const name = `${fileNames([framework.id]).get(framework.id)}.json`;
  return { files: [utf8File(name, `${JSON.stringify(document, null, 2)}\n`)], losses: [] };
}

/** Reads what `writeJson` wrote. Strict: a document that the schema refuses gives findings and no framework. */
export function readJson(file: TextFile): { framework?: Framework; findings: Finding[] } {
  let data: unknown;
  try {
    data = JSON.parse(file.text);
  } catch (error) {
    return { findings: [refused(file, '', `it is not valid JSON: ${(error as Error).message}`)] };
  }
  if (typeof data === 'object' && data !== null) delete (data as { $schema?: unknown }).$schema;
  const { success, data: framework, error } = frameworkDocument.safeParse(data);
  if (success) return { framework: inOwnOrder(framework), findings: [] };
  const findings = error.issues.map(({ path, message }) =>
    refused(file, path.map(String).join('.'), message),
  );
  return { findings };
}

function refused(file: TextFile, path: string, why: string): Finding {
  return {
    rule: 'unreadable',
    severity: 'error',
    file: file.name,
    quote: path,
    message: `The document does not fit its schema${path === '' ? '' : ` at ${path}`}: ${why}`,
    remedy: 'Compare it with document.schema.json.',
  };
}
