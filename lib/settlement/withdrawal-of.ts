import { listAccountMasks } from '@/lib/payouts/list-account-masks';
import type { Payout } from '@/lib/payouts/payout';
import type { MerchantWithdrawal } from './withdrawal';

const NOBODY = { cardMasked: '', bankName: '' };

/** Payouts of a merchant with where each went. */
export async function withdrawalsOf(payouts: readonly Payout[]): Promise<MerchantWithdrawal[]> {
  const masks = await listAccountMasks(payouts.flatMap((one) => one.merchantAccountId ?? []));
  return payouts.map((payout) => {
    const { id, amount, state, failureReason, requestedBy, requestedAt, finishedAt } = payout;
    const facts = { id, amount, state, failureReason, requestedBy, requestedAt, finishedAt };
    return { ...facts, ...(masks.get(payout.merchantAccountId ?? '') ?? NOBODY) };
  });
}
