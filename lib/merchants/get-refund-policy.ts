import { db, type Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { selectRefundPolicy } from './policy-store';
import type { RefundPolicy } from './refund-policy';

/** What a merchant has decided about refunds and what is agreed with it. Refusal: not_found. */
export async function getRefundPolicy(merchantId: string, tx: Tx = db()): Promise<RefundPolicy> {
  const policy = await selectRefundPolicy(merchantId, tx);
  if (!policy) throw new Refusal('not_found', { merchantId });
  return policy;
}
