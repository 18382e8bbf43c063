import { Readable } from 'node:stream';
import { Refusal } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import type { CatalogueKind } from './catalogue';
import { CATALOGUE_BOUNDS } from './catalogue-rules';
import { insertDraft } from './draft-store';
import { importCatalogue } from './import-catalogue';

/**
 * Takes in a file without changing anything, and keeps it for an hour beside what it would do: what is
 * put in effect later is exactly what was looked at. Answers the draft's id. Refusals: not_permitted, and those
 * of reading.
 */
export async function keepCatalogueDraft({
  kind,
  bytes,
  by,
}: {
  kind: CatalogueKind;
  bytes: AsyncIterable<Uint8Array>;
  by: StaffActor;
}): Promise<string> {
  requireMay(by, 'catalogue.import');
  const content = await whole(bytes);
  const preview = await importCatalogue({
    kind,
    bytes: Readable.from([content]),
    dryRun: true,
    actor: by.id,
  });
  const id = newId('ccd');
  await insertDraft({ id, kind, preview, draftedBy: by.id, content });
  return id;
}

async function whole(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of bytes) {
    length += piece.byteLength;
    if (length > CATALOGUE_BOUNDS.bytes) {
      throw new Refusal('catalogue_too_large', { most: CATALOGUE_BOUNDS.lines });
    }
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
