import { Refusal } from '@/lib/core/errors';
import { type MerchantActor, requireMerchantMay } from '@/lib/core/merchant-permissions';
import type { Member } from './member';
import { selectMemberOf } from './member-store';

/** @throws Refusal not_permitted, not_found (somebody of another merchant, too) */
export async function getMember({
  userId,
  by,
}: {
  userId: string;
  by: MerchantActor;
}): Promise<Member> {
  requireMerchantMay(by, 'member.read');
  const found = await selectMemberOf({ userId, merchantId: by.merchantId });
  if (!found) throw new Refusal('not_found', { userId: userId.slice(0, 40) });
  const { totpItemId: _, ...member } = found;
  return member;
}
