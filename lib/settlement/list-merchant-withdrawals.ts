import { listPayouts } from '@/lib/payouts/list-payouts';
import type { MerchantWithdrawal } from './withdrawal';
import { withdrawalsOf } from './withdrawal-of';

/** A merchant's withdrawals, newest first; `next` is the cursor of the page after. */
export async function listMerchantWithdrawals({
  merchantId,
  before,
  limit = 20,
}: {
  merchantId: string;
  before?: string;
  limit?: number;
}): Promise<{ withdrawals: MerchantWithdrawal[]; next: string | null }> {
  const account = { subject: 'merchant_balance', owner: merchantId } as const;
  const { payouts, next } = await listPayouts({ account, before, limit });
  return { withdrawals: await withdrawalsOf(payouts), next };
}
