import { spendBudget } from '@/lib/auth/budgets';
import { keyedHash } from '@/lib/core/crypto';
import { isRefusal, Refusal } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import { maskPersonalNumbers } from '@/lib/core/personal-numbers';
import type { RefusalCode } from '@/lib/core/refusals';
import { inTransaction } from '@/lib/core/unit-of-work';
import { getRefundPolicy } from '@/lib/merchants/get-refund-policy';
import type { Money } from '@/lib/money/money';
import { lockOrder } from '@/lib/orders/lock-order';
import { readOrder } from '@/lib/orders/read-order';
import { placeRefund } from './place-refund';
import { provePayer, type Reader } from './prove-payer';
import { readRefund } from './read-refund';
import type { AskedRefund } from './refund';
import type { ShopperReason } from './refund-request';
import { sendRefund } from './send-refund';
import { hasOpenRequest, insertRefundRequest } from './shopper-store';
import { insertEvent, selectRefundByMerchantNo } from './store';

export interface ShopperRequest {
  orderId: string;
  /** All that is left, unless given. */
  amount?: Money;
  reason: ShopperReason;
  words: string | null;
  /** Made with the page: the same form sent twice asks once. */
  formKey: string;
  reader: Reader;
  /** For counting. */
  address: string;
}

/**
 * A refund that the shopper asks for on the receipt. By the merchant's policy it waits for the merchant,
 * who is told, or it is done at once. One at a time waits.
 *
 * @throws Refusal refund_asker_unknown, too_many_requests, shopper_refunds_off, refund_request_open,
 * refund_not_now, those of placeRefund
 */
export async function requestRefundByShopper(request: ShopperRequest): Promise<AskedRefund> {
  const { orderId, reason, formKey, reader, address } = request;
  // The shop and the office read them.
  const words = request.words === null ? null : maskPersonalNumbers(request.words);
  const proof = await provePayer({ orderId, ...reader });
  await spendBudget('refund-ask-address', address);
  await spendBudget('refund-ask-order', orderId);
  const { merchantId } = await readOrder(orderId);
  // Nobody but us makes such numbers: a merchant's own cannot be taken from it by a shopper.
  const merchantRefundNo = `S${keyedHash('shopper-refund', `${orderId} ${formKey}`).slice(0, 40)}`;
  const numbers = { merchantId, merchantRefundNo };
  const { refund, toSend } = await refusedKindly(() =>
    inTransaction(async (tx) => {
      await lockOrder(tx, orderId);
      const { shopperRefunds } = await getRefundPolicy(merchantId, tx);
      if (shopperRefunds === 'off') throw new Refusal('shopper_refunds_off', { merchantId });
      const needsApproval = shopperRefunds === 'ask';
      const known = await selectRefundByMerchantNo(tx, numbers);
      if (!known && (await hasOpenRequest(orderId, tx))) {
        throw new Refusal('refund_request_open', { orderId });
      }
      const placed = await placeRefund(tx, {
        ...numbers,
        orderId,
        ...(request.amount ? { amount: request.amount } : {}),
        ...(words === null ? {} : { reason: words }),
        actor: reader.userId ?? 'shopper',
        askedBy: 'shopper',
        needsApproval,
      });
      if (!placed.isNew) return placed;
      const { id: refundId } = placed.refund;
      await insertRefundRequest(tx, { refundId, reason, words, proof });
      if (needsApproval) {
        const id = newId('evt');
        await insertEvent(tx, { id, topic: 'refund.requested', merchantId, subjectId: refundId });
      }
      return placed;
    }),
  );
  if (toSend) await sendRefund(toSend);
  return readRefund(refund.id);
}

/** How much money a merchant has, and what else is on its way back, is not for its shoppers to read. */
const TOLD_OTHERWISE: Partial<Record<RefusalCode, RefusalCode>> = {
  merchant_funds_short: 'refund_not_now',
  refund_in_doubt: 'refund_not_now',
  refund_may_be_back: 'refund_not_now',
  // The same form again, with other words in it.
  refund_conflict: 'refund_request_open',
};

async function refusedKindly<T>(place: () => Promise<T>): Promise<T> {
  try {
    return await place();
  } catch (error) {
    const instead = isRefusal(error) ? TOLD_OTHERWISE[error.code] : undefined;
    throw instead ? new Refusal(instead) : error;
  }
}
