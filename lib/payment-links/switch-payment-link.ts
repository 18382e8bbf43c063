import { type MerchantActor, requireMerchantMay } from '@/lib/core/merchant-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { moveLink } from './move-link';

/**
 * A member of the merchant stops a link, or starts it again; as it is already, nothing changes.
 *
 * @throws Refusal not_permitted, payment_link_not_found (another merchant's, too), state_conflict
 */
export async function switchPaymentLink({
  by,
  ...wanted
}: {
  by: MerchantActor;
  linkId: string;
  active: boolean;
}): Promise<void> {
  requireMerchantMay(by, 'link.change');
  const { merchantId, id: actor } = by;
  await inTransaction((tx) => moveLink(tx, { ...wanted, merchantId, actor }));
}
