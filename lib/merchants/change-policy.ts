import type { Tx } from '@/lib/core/db';
import { getRefundPolicy } from './get-refund-policy';
import { insertMerchantChange } from './looks-store';
import { updateRefundPolicy } from './policy-store';
import type { RefundPolicy } from './refund-policy';
import { lockMerchant } from './store';

const SUBJECTS = {
  refundWhenShort: 'refund_when_short',
  shopperRefunds: 'shopper_refunds',
  refundFee: 'refund_fee',
  unclaimedRefund: 'unclaimed_refund',
} as const satisfies Record<keyof RefundPolicy, string>;

/**
 * Applies what is new of it, each change on record with who made it, inside the caller's transaction.
 * Answers the policy as it was. Refusal: not_found.
 */
export async function changePolicy(
  tx: Tx,
  {
    merchantId,
    changes,
    actor,
  }: { merchantId: string; changes: Partial<RefundPolicy>; actor: string },
): Promise<RefundPolicy> {
  await lockMerchant(tx, merchantId);
  const before = await getRefundPolicy(merchantId, tx);
  const names = (Object.keys(SUBJECTS) as (keyof RefundPolicy)[]).filter(
    (name) => changes[name] !== undefined && changes[name] !== before[name],
  );
  if (names.length === 0) return before;
  await updateRefundPolicy(tx, merchantId, changes);
  for (const name of names) {
    await insertMerchantChange(tx, {
      merchantId,
      subject: SUBJECTS[name],
      fromValue: before[name],
      toValue: changes[name] ?? null,
      actor,
    });
  }
  return before;
}
