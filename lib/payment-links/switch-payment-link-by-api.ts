import { keyedHash } from '@/lib/core/crypto';
import { inTransaction } from '@/lib/core/unit-of-work';
import { answerOnce } from '@/lib/merchants/answer-once';
import { contentText } from '@/lib/orders/rules';
import { getPaymentLink } from './get-payment-link';
import { moveLink } from './move-link';
import { presentPaymentLink } from './present-payment-link';

/**
 * A merchant's server stops a link or starts it again, and is answered with the link as it stands then.
 *
 * @throws Refusal payment_link_not_found (another merchant's, too), idempotency_key_reused,
 * idempotency_in_progress
 */
export async function switchPaymentLinkByApi({
  idempotencyKey,
  ...wanted
}: {
  merchantId: string;
  idempotencyKey: string;
  linkId: string;
  active: boolean;
}): Promise<{ status: number; body: string; hit: boolean }> {
  const { merchantId } = wanted;
  const inputHash = keyedHash('switch-payment-link', contentText(wanted));
  return inTransaction((tx) =>
    answerOnce(tx, { merchantId, key: idempotencyKey, inputHash }, async () => {
      await moveLink(tx, { ...wanted, actor: 'merchant' });
      const link = await getPaymentLink(wanted, tx);
      return { status: 200, body: JSON.stringify(presentPaymentLink(link)) };
    }),
  );
}
