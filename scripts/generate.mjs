// Writes what is made from the code: command reference, linter reference, JSON Schema.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bundleScript } from './build.mjs';
import { findNode, ROOT, runNode } from './runtime.mjs';

if (process.argv[2] === '--write') {
  const { generatedFiles } = await import(join(ROOT, 'dist/generate.js'));
  for (const [name, content] of Object.entries(await generatedFiles())) {
    mkdirSync(dirname(join(ROOT, name)), { recursive: true });
    writeFileSync(join(ROOT, name), content);
    console.log(name);
  }
} else {
  await bundleScript('src/generate.ts', 'dist/generate.js');
  process.exitCode = await runNode(findNode(), [join(ROOT, 'scripts/generate.mjs'), '--write']);
}
