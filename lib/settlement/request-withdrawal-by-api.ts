import { keyedHash } from '@/lib/core/crypto';
import { answerInSteps } from '@/lib/merchants/answer-in-steps';
import { cny } from '@/lib/money/money';
import { presentWithdrawal } from './present-withdrawal';
import { requestMerchantWithdrawal } from './request-merchant-withdrawal';

/**
 * A merchant's server takes out available money: 201 and the withdrawal. The idempotency key is also the
 * withdrawal's own, for good.
 *
 * @throws Refusal as requestMerchantWithdrawal, idempotency_key_reused, idempotency_in_progress
 */
export async function requestWithdrawalByApi({
  merchantId,
  idempotencyKey: key,
  amount,
}: {
  merchantId: string;
  idempotencyKey: string;
  /** Fen. */
  amount: number;
}): Promise<{ status: number; body: string; hit: boolean }> {
  const inputHash = keyedHash('request-withdrawal', String(amount));
  return answerInSteps({ merchantId, key, inputHash }, async () => {
    const request = { merchantId, amount: cny(BigInt(amount)), requestKey: `api:${key}` };
    const withdrawal = await requestMerchantWithdrawal(request);
    return { status: 201, body: JSON.stringify(presentWithdrawal(withdrawal)) };
  });
}
