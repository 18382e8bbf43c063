import { databaseNow } from '@/lib/core/clock';
import { Refusal } from '@/lib/core/errors';
import { newSortableNumber } from '@/lib/core/ids';
import { type MerchantActor, requireMerchantMay } from '@/lib/core/merchant-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { getLimits } from '@/lib/merchants/get-limits';
import { getMerchant } from '@/lib/merchants/get-merchant';
import { cny } from '@/lib/money/money';
import { placeOrder } from './place-order';

const LIFETIME_MS = 15 * 60_000;
const AMOUNT = cny(100n);

/**
 * An order that nobody owes, for a merchant to see its own page as shoppers do; where no money is real only.
 *
 * @throws Refusal not_permitted (in live mode, too), day_limit_reached
 */
export async function openPreview({
  by,
  subject,
}: {
  by: MerchantActor;
  subject: string;
}): Promise<{ payToken: string }> {
  requireMerchantMay(by, 'settings.read');
  const { merchantId } = by;
  const [{ mode }, { orderLeast, orderMost }] = await Promise.all([
    getMerchant(merchantId),
    getLimits(merchantId),
  ]);
  if (mode !== 'test') throw new Refusal('not_permitted', { merchantId, mode });
  // Within the merchant's own limits, so that the preview is never refused for its amount.
  const isBelow = orderMost && orderMost.amountMinor < AMOUNT.amountMinor;
  const amount = orderLeast ?? (isBelow ? orderMost : AMOUNT);
  const merchantOrderNo = `preview-${newSortableNumber()}`;
  return inTransaction(async (tx) => {
    const now = await databaseNow(tx);
    const { order } = await placeOrder(
      tx,
      {
        ...{ merchantId, merchantOrderNo, subject, amount },
        ...{ goods: 'digital', returnUrl: null, customerReference: null },
        subscriptionPeriod: null,
        expiresAt: new Date(now.getTime() + LIFETIME_MS),
        contentHash: merchantOrderNo,
      },
      () => false,
    );
    return { payToken: order.payToken };
  });
}
