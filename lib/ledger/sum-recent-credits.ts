import { db, type Tx } from '@/lib/core/db';
import { cny, type Money } from '@/lib/money/money';
import { accountIdOf, type ExternalRef } from './chart';
import type { EventName } from './events';
import { selectRecentCredits } from './recent-credits-store';

/** What an account took in by one kind of event within the last hours, by the database's clock. */
export async function sumRecentCredits(
  given: { account: ExternalRef; event: EventName; hours: number },
  tx: Tx = db(),
): Promise<Money> {
  const { account, event, hours } = given;
  return cny(await selectRecentCredits(tx, { accountId: accountIdOf(account), event, hours }));
}
