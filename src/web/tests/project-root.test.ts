import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../project-root.ts';

describe('the project’s own folder', () => {
  it('is found from any folder below it', () => {
    const root = projectRoot();
    expect(projectRoot(join(root, 'dist', 'deep'))).toBe(root);
  });

  it('is not any folder that has a package.json', () => {
    expect(projectRoot(join(projectRoot(), 'node_modules', 'hono'))).toBe(projectRoot());
    expect(() => projectRoot('/')).toThrow('no package.json of cairn');
  });
});
