import { Refusal } from '@/lib/core/errors';
import { type MerchantActor, requireMerchantMay } from '@/lib/core/merchant-permissions';
import { changeSetting } from './change-setting';
import { getLimits } from './get-limits';
import type { MerchantLimits } from './limits';
import { updateLimits } from './settings-store';

/**
 * What new orders of the merchant may come to from now on, each and on one day together.
 * Refusals: not_permitted, invalid_request (the least above the most, or nothing), not_found.
 */
export async function setLimits({
  by,
  ...limits
}: MerchantLimits & { by: MerchantActor }): Promise<void> {
  requireMerchantMay(by, 'settings.change');
  const { merchantId } = by;
  refuseEmptyRange(limits);
  await changeSetting({
    by,
    subject: 'limits',
    read: async (tx) => textOf(await getLimits(merchantId, tx)),
    text: textOf(limits),
    apply: (tx) => updateLimits(tx, merchantId, limits),
  });
}

const minor = (limit: MerchantLimits['dayMost']): string => limit?.amountMinor.toString() ?? '-';

/** "100 500000 -": least and most of an order, most of a day, in fen. */
const textOf = ({ orderLeast, orderMost, dayMost }: MerchantLimits): string =>
  [orderLeast, orderMost, dayMost].map(minor).join(' ');

function refuseEmptyRange({ orderLeast, orderMost, dayMost }: MerchantLimits): void {
  const least = orderLeast?.amountMinor ?? 1n;
  const isNothing = least < 1n;
  const wrong = (most: MerchantLimits['dayMost']) => most !== null && most.amountMinor < least;
  if (isNothing || wrong(orderMost) || wrong(dayMost)) throw new Refusal('limits_empty');
}
