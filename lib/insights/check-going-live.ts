import { type MerchantActor, requireMerchantMay } from '@/lib/core/merchant-permissions';
import { type CheckedForLive, GOING_LIVE_CHECKS } from './going-live';
import { selectGoingLive } from './going-live-store';

/**
 * What of the going-live list the merchant has done, looked up afresh.
 *
 * @throws Refusal not_permitted
 */
export async function checkGoingLive({ by }: { by: MerchantActor }): Promise<CheckedForLive[]> {
  requireMerchantMay(by, 'figures.read');
  const done = await selectGoingLive(by.merchantId);
  return GOING_LIVE_CHECKS.map((check) => ({ check, done: done[check] }));
}
