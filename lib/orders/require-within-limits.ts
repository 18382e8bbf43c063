import type { Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { getLimits } from '@/lib/merchants/get-limits';
import { lockMerchantSettings } from '@/lib/merchants/lock-merchant-settings';
import { formatMoney } from '@/lib/money/format-money';
import type { Money } from '@/lib/money/money';
import { sumPayableToday } from './limit-store';

/**
 * Returns when an order that was just inserted keeps to what its merchant has set. The day's orders are
 * those that are paid or may still be paid; only a merchant who limits its day has them added up, one order
 * at a time, so that two at once cannot share what is left.
 * Refusals: order_below_limit {least}, order_above_limit {most}, day_limit_reached {most}
 */
export async function requireWithinLimits(
  tx: Tx,
  { merchantId, amount }: { merchantId: string; amount: Money },
): Promise<void> {
  const { orderLeast, orderMost, dayMost } = await getLimits(merchantId, tx);
  if (orderLeast && amount.amountMinor < orderLeast.amountMinor) {
    throw new Refusal('order_below_limit', { least: formatMoney(orderLeast) });
  }
  if (orderMost && amount.amountMinor > orderMost.amountMinor) {
    throw new Refusal('order_above_limit', { most: formatMoney(orderMost) });
  }
  if (!dayMost) return;
  await lockMerchantSettings(tx, merchantId);
  if ((await sumPayableToday(tx, merchantId)) > dayMost.amountMinor) {
    throw new Refusal('day_limit_reached', { most: formatMoney(dayMost) });
  }
}
