import type { Tx } from '@/lib/core/db';
import { okOf } from '@/lib/core/sql-answer';
import type { SettleItem } from './settle-item';
import { settleWithin } from './store';

/** One item of settle_payments whose refusal undoes the whole transaction. */
export async function settleOne(tx: Tx, item: SettleItem): Promise<void> {
  okOf(await settleWithin(tx, item), { attemptId: item.attempt.id });
}
