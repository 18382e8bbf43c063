import { db, type Tx } from '@/lib/core/db';
import { Prisma } from '@/prisma/generated/client';
import type { CatalogueKind, CataloguePreview } from './catalogue';
import { CATALOGUE_BOUNDS } from './catalogue-rules';

export interface CatalogueDraft {
  id: string;
  kind: CatalogueKind;
  preview: CataloguePreview;
  draftedBy: string;
  createdAt: Date;
}

export async function insertDraft(
  draft: Omit<CatalogueDraft, 'createdAt'> & { content: Uint8Array<ArrayBuffer> },
): Promise<void> {
  // All of it is JSON; Prisma's type asks for an index signature, which an interface has none of.
  const preview = draft.preview as unknown as Prisma.InputJsonObject;
  await db().carrierCatalogueDraft.create({ data: { ...draft, preview }, select: { id: true } });
}

const isFresh = Prisma.sql`
  created_at > clock_timestamp() - make_interval(mins => ${CATALOGUE_BOUNDS.draftMinutes}::int)`;

export async function selectDraft(draftId: string): Promise<CatalogueDraft | undefined> {
  const rows = await db().$queryRaw<CatalogueDraft[]>`
    SELECT id, kind, preview, drafted_by AS "draftedBy", created_at AS "createdAt"
      FROM carrier_catalogue_drafts WHERE id = ${draftId} AND ${isFresh}`;
  return rows[0];
}

export async function selectDraftContent(draftId: string): Promise<Uint8Array | undefined> {
  const rows = await db().$queryRaw<{ content: Uint8Array }[]>`
    SELECT content FROM carrier_catalogue_drafts WHERE id = ${draftId} AND ${isFresh}`;
  return rows[0]?.content;
}

/** True for the one caller who takes it. */
export async function deleteDraft(tx: Tx, draftId: string): Promise<boolean> {
  const taken = await tx.$executeRaw`
    DELETE FROM carrier_catalogue_drafts WHERE id = ${draftId} AND ${isFresh}`;
  return taken === 1;
}

/** Answers how many are gone. */
export const deleteOldDrafts = (): Promise<number> => db().$executeRaw`
  DELETE FROM carrier_catalogue_drafts WHERE NOT (${isFresh})`;
