import { databaseNow } from '@/lib/core/clock';
import { keyedHash } from '@/lib/core/crypto';
import type { Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { inTransaction } from '@/lib/core/unit-of-work';
import { answerOnce } from '@/lib/merchants/answer-once';
import { getMerchant } from '@/lib/merchants/get-merchant';
import { cny } from '@/lib/money/money';
import type { Order, OrderTerms } from './order';
import { placeOrder } from './place-order';
import { presentOrder } from './present-order';
import { requireReturnUrl } from './require-return-url';
import { contentText, expiryInRange, USUAL_EXPIRY_S } from './rules';
import type { CreateOrderInput } from './schema';

/**
 * A merchant's order by API: 201 and the order as JSON, or 200 when the same merchant order number
 * already has an order of the same content. The answer is kept under the idempotency key in the
 * same transaction. Without `expires_in` an order is open for 30 minutes.
 * Refusals: invalid_request (a period for physical goods), expiry_out_of_range, return_url_not_allowed, those of placeOrder,
 * idempotency_key_reused, idempotency_in_progress.
 */
export async function createOrder({
  merchantId,
  idempotencyKey,
  input,
  present = presentOrder,
}: {
  merchantId: string;
  idempotencyKey: string;
  input: CreateOrderInput;
  /** How the order is shown: an order that is there already may be paid, which is told elsewhere. */
  present?: (order: Order, tx: Tx) => object | Promise<object>;
}): Promise<{ status: number; body: string; hit: boolean }> {
  const { expires_in: lifetimeS = USUAL_EXPIRY_S } = input;
  if (!expiryInRange(lifetimeS)) {
    const field = { path: 'expires_in', problem: 'must be 60 to 2592000 seconds' };
    throw new Refusal('expiry_out_of_range', { lifetimeS }, [field]);
  }
  if (input.subscription && input.goods !== 'digital') {
    const field = { path: 'subscription', problem: 'is for digital goods only' };
    throw new Refusal('invalid_request', {}, [field]);
  }
  // Keyed, because a phone has few enough digits to be guessed from a plain hash.
  const inputHash = keyedHash('create-order', contentText(input));
  return inTransaction((tx) =>
    answerOnce(tx, { merchantId, key: idempotencyKey, inputHash }, async () => {
      const { returnOrigins } = await getMerchant(merchantId, tx);
      const terms = termsOf(input, requireReturnUrl(input.return_url, returnOrigins));
      const contentHash = keyedHash(
        'order-content',
        contentText({ ...input, return_url: terms.returnUrl ?? undefined }),
      );
      const now = await databaseNow(tx);
      const { order, created } = await placeOrder(
        tx,
        {
          ...terms,
          merchantId,
          metadata: input.metadata,
          payerPhone: input.payer_phone,
          expiresAt: new Date(now.getTime() + lifetimeS * 1000),
          contentHash,
        },
        (known) => known.contentHash === contentHash,
      );
      return { status: created ? 201 : 200, body: JSON.stringify(await present(order, tx)) };
    }),
  );
}

const termsOf = (input: CreateOrderInput, returnUrl: string | null): OrderTerms => ({
  merchantOrderNo: input.merchant_order_no,
  amount: cny(BigInt(input.amount)),
  subject: input.subject,
  goods: input.goods,
  returnUrl,
  customerReference: input.customer_reference ?? null,
  subscriptionPeriod: input.subscription?.period ?? null,
});
