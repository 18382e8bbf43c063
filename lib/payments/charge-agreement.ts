import type { Agreement } from '@/lib/agreements/agreement';
import { findAgreement } from '@/lib/agreements/find-agreement';
import { keyedHash } from '@/lib/core/crypto';
import { Refusal } from '@/lib/core/errors';
import { answerInSteps } from '@/lib/merchants/answer-in-steps';
import { createOrder } from '@/lib/orders/create-order';
import { getOrderByMerchantNo } from '@/lib/orders/get-order-by-merchant-no';
import { readOrder } from '@/lib/orders/read-order';
import { contentText } from '@/lib/orders/rules';
import { presentCharge } from './present-charge';
import type { ChargeAgreementInput } from './schema';
import { startCardPayment } from './start-card-payment';
import { selectAttempts } from './store';

/**
 * A merchant charges a bound card by API, with nobody at a page: an order, and one payment by
 * agreement for it. No code can be typed in, so what would need one fails with code_required. The
 * same order number again is the same charge, as it stands now; the same key is the same answer.
 * Refusals: agreement_not_found, those of createOrder, method_unavailable.
 */
export async function chargeAgreement({
  merchantId,
  agreementId,
  idempotencyKey,
  input,
}: {
  merchantId: string;
  agreementId: string;
  idempotencyKey: string;
  input: ChargeAgreementInput;
}): Promise<{ status: number; body: string; hit: boolean }> {
  const inputHash = keyedHash('charge-agreement', contentText({ agreementId, ...input }));
  return answerInSteps({ merchantId, key: idempotencyKey, inputHash }, async () => {
    const agreement = await findAgreement(agreementId);
    if (agreement?.merchantId !== merchantId || agreement.state !== 'active') {
      throw new Refusal('agreement_not_found', { agreementId });
    }
    return charge(agreement, { merchantId, idempotencyKey, input });
  });
}

/** Again it finds the order by its number, and a payment that has begun already. */
async function charge(
  agreement: Agreement,
  call: { merchantId: string; idempotencyKey: string; input: ChargeAgreementInput },
): Promise<{ status: number; body: string }> {
  const { merchantId, input } = call;
  // A key of its own: the caller's has been claimed for the whole of it.
  const idempotencyKey = `${call.idempotencyKey} ${agreement.id}`;
  const { status } = await createOrder({ merchantId, idempotencyKey, input });
  const order = await getOrderByMerchantNo({
    merchantId,
    merchantOrderNo: input.merchant_order_no,
  });
  if (order.state === 'open' && (await selectAttempts(order.id)).length === 0) {
    const nobody = { host: 'pc' as const, mayAskCode: false, withCode: false };
    await startCardPayment(order, agreement, { ...nobody, actor: 'merchant' });
  }
  const [now, attempts] = await Promise.all([readOrder(order.id), selectAttempts(order.id)]);
  return { status, body: JSON.stringify(presentCharge(now, attempts.at(-1))) };
}
