import type { CurrentUser } from '@/lib/auth/user';
import { Refusal } from '@/lib/core/errors';

/**
 * A form of a merchant's page says whose it is: sent after its reader has gone to the other mode (or signed in for
 * another merchant) in another tab, it would do there what was meant here. What says nothing is taken.
 *
 * @throws Refusal page_of_other_mode
 */
export function refuseOtherPlace(place: string | undefined, user: CurrentUser | null): void {
  if (place !== undefined && place !== user?.merchantId) throw new Refusal('page_of_other_mode');
}
