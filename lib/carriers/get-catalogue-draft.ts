import { Refusal } from '@/lib/core/errors';
import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import { type CatalogueDraft, selectDraft } from './draft-store';

/** A file that waits to be put in effect, with what it would do. Refusals: not_permitted, catalogue_draft_gone. */
export async function getCatalogueDraft({
  draftId,
  by,
}: {
  draftId: string;
  by: StaffActor;
}): Promise<CatalogueDraft> {
  requireMay(by, 'catalogue.import');
  const draft = await selectDraft(draftId);
  if (!draft) throw new Refusal('catalogue_draft_gone');
  return draft;
}
