import { keyedHash } from '@/lib/core/crypto';
import { inTransaction } from '@/lib/core/unit-of-work';
import { answerOnce } from '@/lib/merchants/answer-once';
import { cny } from '@/lib/money/money';
import { contentText } from '@/lib/orders/rules';
import { type NewPaymentLink, placePaymentLink } from './place-payment-link';
import { presentPaymentLink } from './present-payment-link';
import { NO_USES } from './rules';
import type { CreatePaymentLinkInput } from './schema';

/**
 * A merchant's server makes a link: 201 and the link as JSON, kept under the idempotency key.
 *
 * @throws Refusal return_url_not_allowed, payment_link_end, idempotency_key_reused, idempotency_in_progress
 */
export async function createPaymentLinkByApi({
  merchantId,
  idempotencyKey,
  input,
}: {
  merchantId: string;
  idempotencyKey: string;
  input: CreatePaymentLinkInput;
}): Promise<{ status: number; body: string; hit: boolean }> {
  const inputHash = keyedHash('create-payment-link', contentText(input));
  return inTransaction((tx) =>
    answerOnce(tx, { merchantId, key: idempotencyKey, inputHash }, async () => {
      const made = { merchantId, asked: askedOf(input), createdBy: 'merchant' };
      const link = await placePaymentLink(tx, made);
      return { status: 201, body: JSON.stringify(presentPaymentLink({ ...link, uses: NO_USES })) };
    }),
  );
}

/** The schema has seen to it that there is either an amount or both bounds. */
function askedOf(input: CreatePaymentLinkInput): NewPaymentLink {
  const { amount = 0, amount_min: least = amount, amount_max: most = amount } = input;
  return {
    subject: input.subject,
    goods: input.goods,
    least: cny(BigInt(least)),
    most: cny(BigInt(most)),
    returnUrl: input.return_url,
    mostUses: input.max_uses ?? null,
    ends: input.expires_in ?? null,
  };
}
