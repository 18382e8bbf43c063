import type { Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import type { SettleItem } from './settle-item';
import { settleWithin } from './store';

/** One item of settle_payments whose refusal undoes the whole transaction. */
export async function settleOne(tx: Tx, item: SettleItem): Promise<void> {
  const [answer] = await settleWithin(tx, [item]);
  if (answer && 'refused' in answer) throw new Refusal(answer.refused, { id: item.attempt.id });
}
