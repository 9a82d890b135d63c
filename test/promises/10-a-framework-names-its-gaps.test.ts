/** Where a source is silent, the page says so. */
import { describe, expect, it } from 'vitest';
import { openSite, textOf } from '../../src/features/framework/tests/site.ts';

describe('10. A published framework names its gaps', () => {
  it('shows what its source leaves open, in the source’s own words', async () => {
    const text = textOf(await openSite().html('/frameworks/harbour'));
    expect(text).toContain('What the source leaves out');
    expect(text).toContain('Teams that are exempt:');
  });

  it('and so does a guide', async () => {
    const guide = await openSite().html('/guides/questions', { preview: true });
    expect(textOf(guide)).toContain('What the source leaves out');
  });
});
