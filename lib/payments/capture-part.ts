import { present } from '@/lib/core/assert';
import type { Tx } from '@/lib/core/db';
import { captureHold } from '@/lib/ledger/capture-hold';
import type { Attempt } from './attempt';

/** Takes the held part of an attempt, in the commit in which its other part pays the order. */
export async function capturePart(tx: Tx, attempt: Attempt): Promise<void> {
  const { id, orderId, merchantId, customerId, balance, balanceHoldId } = attempt;
  if (balanceHoldId === null) return;
  await captureHold(tx, {
    holdId: balanceHoldId,
    event: {
      event: 'balance_payment',
      entryKey: `payment-balance:${id}`,
      businessRef: orderId,
      amount: balance,
      customerId: present(customerId, `whose balance pays a part of ${id}`),
      merchantId,
    },
  });
}
