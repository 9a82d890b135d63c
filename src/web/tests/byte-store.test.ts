import { describe, expect, it } from 'vitest';
import { ByteStore } from '../byte-store.ts';
import type { Encoded } from '../encodings.ts';

const content = (size: number): Encoded => ({
  variants: { identity: { bytes: new Uint8Array(size), etag: `"${size}"` } },
  size,
});

describe('kept bytes', () => {
  it('stay below the limit; what was used longest ago goes first', () => {
    const store = new ByteStore(100);
    store.set('a', content(40));
    store.set('b', content(40));
    store.get('a');
    store.set('c', content(40));
    expect([store.get('a')?.size, store.get('b')?.size, store.get('c')?.size, store.size]).toEqual([
      40,
      undefined,
      40,
      80,
    ]);
  });

  it('are counted once when set again, and not kept when larger than the limit', () => {
    const store = new ByteStore(100);
    store.set('a', content(40));
    store.set('a', content(60));
    expect(store.size).toBe(60);
    store.set('a', content(101));
    expect([store.size, store.get('a')]).toEqual([0, undefined]);
  });

  it('are gone after clearing', () => {
    const store = new ByteStore(100);
    store.set('a', content(40));
    store.clear();
    expect([store.size, store.get('a')]).toEqual([0, undefined]);
  });
});
