import { type MerchantActor, requireMerchantMay } from '@/lib/core/merchant-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { changePolicy } from './change-policy';
import type { RefundChoices } from './refund-policy';

/**
 * What the merchant has decided about refunds, from now on; who decided it is written down. The same
 * again changes nothing. Refusals: not_permitted, not_found.
 */
export async function setRefundPolicy({
  refundWhenShort,
  shopperRefunds,
  by,
}: RefundChoices & { by: MerchantActor }): Promise<void> {
  requireMerchantMay(by, 'settings.change');
  const { id: actor, merchantId } = by;
  const changes = { refundWhenShort, shopperRefunds };
  await inTransaction((tx) => changePolicy(tx, { merchantId, changes, actor }));
}
