import { createReadStream } from 'node:fs';
import { importCatalogue } from '@/lib/carriers/import-catalogue';
import { listLines } from '@/lib/carriers/list-lines';

const FILES = { ranges: 'carrier-ranges.csv', lines: 'carrier-lines.csv' } as const;

/**
 * What the four simulated carriers charge, where there is no catalogue yet: one that the office has
 * imported since stays. Lines come last, so that a start that was killed begins anew.
 */
export async function ensureCarriers(): Promise<void> {
  if ((await listLines()).length > 0) return;
  for (const kind of ['ranges', 'lines'] as const) {
    const bytes = createReadStream(new URL(FILES[kind], import.meta.url));
    await importCatalogue({ kind, bytes, dryRun: false, actor: 'demo_story' });
  }
}
