import { listStaffNames } from '@/lib/auth/list-staff-names';
import { type MerchantActor, requireMerchantMay } from '@/lib/core/merchant-permissions';
import { selectMerchantChanges } from './change-store';
import { findTwin } from './find-twin';

const SHOWN = 50;

/** What was changed of a merchant, when and by whom. */
export interface ListedChange {
  id: string;
  at: Date;
  /** One of the subjects that changes are written under. */
  subject: string;
  from: string | null;
  to: string | null;
  /** A member or somebody of the office; null: the platform itself. */
  madeBy: string | null;
}

/**
 * A page of what was changed of the merchant, newest first, in either mode what changed its members; `next` continues it.
 *
 * @throws Refusal not_permitted
 */
export async function listMerchantChanges({
  by,
  before,
}: {
  by: MerchantActor;
  before?: bigint | undefined;
}): Promise<{ changes: ListedChange[]; next: string | null }> {
  requireMerchantMay(by, 'member.read');
  const { merchantId } = by;
  const twinId = (await findTwin(merchantId))?.id;
  const rows = await selectMerchantChanges({ merchantId, twinId, before, limit: SHOWN + 1 });
  const shown = rows.slice(0, SHOWN);
  const names = await listStaffNames([...new Set(shown.map(({ actor }) => actor))]);
  const changes = shown.map(({ id, at, subject, fromValue, toValue, actor }) => ({
    ...{ id: String(id), at, subject, from: fromValue, to: toValue },
    madeBy: names.get(actor)?.displayName ?? null,
  }));
  return { changes, next: rows.length > SHOWN ? (changes.at(-1)?.id ?? null) : null };
}
