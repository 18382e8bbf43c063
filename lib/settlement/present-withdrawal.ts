import type { MerchantWithdrawal } from './withdrawal';
import type { WithdrawalAnswer } from './withdrawal-schema';

const ENDED: readonly string[] = ['succeeded', 'failed', 'returned'];
const isEnded = (state: string): state is Exclude<WithdrawalAnswer['state'], 'processing'> =>
  ENDED.includes(state);

/** A withdrawal as the merchant API shows it: the steps of the way are ours. */
export const presentWithdrawal = (withdrawal: MerchantWithdrawal): WithdrawalAnswer => ({
  id: withdrawal.id,
  amount: Number(withdrawal.amount.amountMinor),
  currency: withdrawal.amount.currency,
  state: isEnded(withdrawal.state) ? withdrawal.state : 'processing',
  failure_reason: withdrawal.failureReason,
  account: withdrawal.cardMasked,
  bank: withdrawal.bankName,
  requested_at: withdrawal.requestedAt.toISOString(),
  finished_at: withdrawal.finishedAt?.toISOString() ?? null,
});
