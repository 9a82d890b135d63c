/** Everything in the project that is made from the code. `npm run generate` writes it, a test refuses drift. */
import { program } from './cli/program.ts';
import { cliReference } from './cli/reference.ts';
import { glossaryReference } from './features/framework/index.ts';
import { jsonSchemas } from './formats/index.ts';
import { linterReference } from './lint/index.ts';

/** Path from the project's root -> content. */
export async function generatedFiles(): Promise<Record<string, string>> {
  const schemas = Object.entries(jsonSchemas()).map(([name, schema]) => [
    `frameworks/schema/${name}`,
    `${JSON.stringify(schema, null, 2)}\n`,
  ]);
  return {
    'docs/cli.md': cliReference(await program()),
    'docs/glossary.md': glossaryReference(),
    'docs/linter.md': linterReference(),
    ...Object.fromEntries(schemas),
  };
}
