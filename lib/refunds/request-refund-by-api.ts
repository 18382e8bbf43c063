import { keyedHash } from '@/lib/core/crypto';
import { inTransaction } from '@/lib/core/unit-of-work';
import { answerOnce } from '@/lib/merchants/answer-once';
import { cny } from '@/lib/money/money';
import { getOrder } from '@/lib/orders/get-order';
import { contentText } from '@/lib/orders/rules';
import { placeRefund } from './place-refund';
import { presentRefund } from './present-refund';
import type { Refund } from './refund';
import type { CreateRefundInput } from './schema';
import { sendRefund } from './send-refund';

/**
 * A refund that the merchant's server asks for: 201 and the refund as it was committed, or 200 when
 * that refund number already has one of the same content. The answer is kept under the idempotency
 * key in the same transaction; the channel is called after it. What became of it is told by webhook.
 *
 * @throws Refusal idempotency_key_reused, idempotency_in_progress, those of placeRefund
 */
export async function requestRefundByApi({
  merchantId,
  orderId,
  idempotencyKey: key,
  input,
}: {
  merchantId: string;
  orderId: string;
  idempotencyKey: string;
  input: CreateRefundInput;
}): Promise<{ status: number; body: string; hit: boolean }> {
  await getOrder({ merchantId, orderId });
  const inputHash = keyedHash('request-refund', contentText({ orderId, ...input }));
  const placed: { toSend?: Refund } = {};
  const answer = await inTransaction((tx) => {
    // A transaction that runs again has placed nothing yet.
    delete placed.toSend;
    return answerOnce(tx, { merchantId, key, inputHash }, async () => {
      const { refund, isNew, toSend } = await placeRefund(tx, {
        merchantId,
        orderId,
        amount: cny(BigInt(input.amount)),
        merchantRefundNo: input.merchant_refund_no,
        reason: input.reason,
        actor: 'merchant',
        askedBy: 'api',
      });
      if (toSend) placed.toSend = toSend;
      return { status: isNew ? 201 : 200, body: JSON.stringify(presentRefund(refund)) };
    });
  });
  if (placed.toSend) await sendRefund(placed.toSend);
  return answer;
}
