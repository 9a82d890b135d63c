/** The real application over the sample catalogue, written as a static site. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleCatalogue } from '../../../test/sample-framework.ts';
import { createApp } from '../../app.ts';
import type { Catalogue } from '../../features/framework/catalogue.ts';
import { addressForApp, buildSite, type Hosting, type SiteReport } from '../index.ts';

/** @returns what was written, after its progress lines were given to `told` */
export async function buildSample(
  out: string,
  hosting: Hosting,
  { catalogue = sampleCatalogue(), told = [] }: { catalogue?: Catalogue; told?: string[] } = {},
): Promise<SiteReport> {
  const app = createApp({
    catalogue: { current: async () => catalogue },
    preview: { isValid: async () => false },
    baseUrl: addressForApp(hosting),
    version: '0.0.0',
    log: { error: (details, message) => console.error(message, details) },
    now: () => new Date('2026-11-22T10:00:00Z'),
    static: true,
  });
  const ask = (address: string) => app.request(address);
  return buildSite({ ask, hosting, out, about: {}, progress: (line) => told.push(line) });
}

/** Every file below a folder with its bytes, by name. */
export function filesBelow(folder: string): Map<string, Buffer> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const names = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  return new Map(names.map((name) => [name.slice(folder.length + 1), readFileSync(name)]));
}
