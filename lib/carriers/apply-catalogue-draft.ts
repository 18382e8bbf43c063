import { Readable } from 'node:stream';
import { isDeepStrictEqual } from 'node:util';
import { recordAudit } from '@/lib/audit/record-audit';
import { Refusal } from '@/lib/core/errors';
import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import type { CataloguePreview } from './catalogue';
import { deleteDraft, selectDraftContent } from './draft-store';
import { getCatalogueDraft } from './get-catalogue-draft';
import { prepareChange } from './prepare-change';
import { readCatalogue } from './read-catalogue';

/**
 * Puts a draft in effect, once, if it still does exactly what its preview says.
 * Refusals: not_permitted, catalogue_draft_gone, catalogue_has_problems, catalogue_changed.
 */
export async function applyCatalogueDraft({
  draftId,
  by,
}: {
  draftId: string;
  by: StaffActor;
}): Promise<CataloguePreview> {
  requireMay(by, 'catalogue.import');
  const draft = await getCatalogueDraft({ draftId, by });
  const content = await selectDraftContent(draftId);
  if (!content) throw new Refusal('catalogue_draft_gone');
  if (draft.preview.problems.length > 0) throw new Refusal('catalogue_has_problems');
  const file = await readCatalogue(draft.kind, Readable.from([content]));
  return inTransaction(async (tx) => {
    const { preview, apply } = await prepareChange(tx, file);
    if (!(await deleteDraft(tx, draftId))) throw new Refusal('catalogue_draft_gone');
    if (!isDeepStrictEqual(preview, draft.preview)) throw new Refusal('catalogue_changed');
    await apply(by.id);
    const { added, changed, ended } = preview;
    await recordAudit(tx, {
      actor: by.id,
      action: 'catalogue.import',
      subjectType: 'catalogue',
      subjectId: draft.kind,
      after: { draftId, added, changed, ended },
    });
    return preview;
  });
}
