import type { Tx } from '@/lib/core/db';
import type { Money } from '@/lib/money/money';
import { openSuspenseCase } from '@/lib/virtual-accounts/open-suspense-case';
import { entryOf } from './book-refund';
import { isBookedTwice } from './chain-store';
import type { Refund } from './refund';

/**
 * Paid out (or kept) already, and given back by the original route as well, perhaps another amount: the
 * channel takes it from what it owes us, and somebody owes it to us. A suspense case lets a person get it
 * back. Once.
 */
export async function bookReturnedTwice(
  tx: Tx,
  original: Refund,
  amount: Money = original.amount,
): Promise<void> {
  const { channel, id } = original;
  if (await isBookedTwice(tx, id)) return;
  const entry = { ...(await entryOf(tx, original, 'returned-twice')), amount };
  const { entryKey: bankReference } = entry;
  await openSuspenseCase(tx, {
    entryKey: bankReference,
    reason: 'returned_twice',
    credit: { bankReference, amount, remark: id },
    event: { ...entry, event: 'refund_returned_twice', channel },
  });
}
