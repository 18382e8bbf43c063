import { present } from '@/lib/core/assert';
import type { Tx } from '@/lib/core/db';
import { newId } from '@/lib/core/ids';
import { postEntry } from '@/lib/ledger/post-entry';
import type { Attempt } from '@/lib/payments/attempt';
import { markReturned } from '@/lib/payments/mark-returned';
import type { Refund } from './refund';
import { insertEvent } from './store';

/**
 * What each step means for the books, and what the merchant is told. Money that came late was never
 * the merchant's: it comes from suspense, and its merchant is told nothing. Every entry has a key of
 * its own, so that booking again changes nothing. What was asked for is filed under the refund, what
 * came late under its order.
 */
const entry = (refund: Refund, word: string) => ({
  entryKey: `${word}:${refund.id}`,
  businessRef: refund.cause === 'late_payment' ? refund.orderId : askedFor(refund),
  amount: refund.amount,
});

/** The merchant knows the refund it asked for, whatever stood in for it since. */
const askedFor = ({ replacesId, id }: Refund): string => replacesId ?? id;

/** From the merchant's (or the late) money to what we owe through the channel. */
export async function bookReserved(tx: Tx, refund: Refund): Promise<void> {
  const { cause, channel, merchantId } = refund;
  await postEntry(
    tx,
    cause === 'late_payment'
      ? { ...entry(refund, 'late-returned'), event: 'late_payment_returned', merchantId, channel }
      : { ...entry(refund, 'refund-reserved'), event: 'refund_reserved', merchantId, channel },
  );
}

/** The channel has given it back. */
export async function bookSettled(tx: Tx, refund: Refund, why: string): Promise<void> {
  const { cause, channel, attemptId } = refund;
  if (cause === 'late_payment') {
    await postEntry(tx, {
      ...entry(refund, 'late-refund'),
      event: 'late_refund_settled',
      channel,
    });
    await markReturned(tx, { attemptId, cause: why });
    return;
  }
  await postEntry(tx, { ...entry(refund, 'refund-settled'), event: 'refund_settled', channel });
  await tellMerchant(tx, refund, 'refund.succeeded');
}

/** The channel will not: the money is the merchant's again, or back in suspense for a person. */
export async function bookFailed(tx: Tx, refund: Refund): Promise<void> {
  const { cause, channel, merchantId } = refund;
  if (cause === 'late_payment') {
    const word = entry(refund, 'late-refund-failed');
    await postEntry(tx, { ...word, event: 'late_refund_failed', merchantId, channel });
    return;
  }
  const word = entry(refund, 'refund-failed');
  await postEntry(tx, { ...word, event: 'refund_failed', merchantId, channel });
  await tellMerchant(tx, refund, 'refund.failed');
}

/** Back on the balance it was paid from, at once. What was counted against limits stays counted. */
export async function bookToBalance(
  tx: Tx,
  refund: Refund,
  { id, customerId }: Pick<Attempt, 'id' | 'customerId'>,
): Promise<void> {
  await postEntry(tx, {
    ...entry(refund, 'balance-refund'),
    event: 'balance_refund',
    merchantId: refund.merchantId,
    customerId: present(customerId, `whose balance paid ${id}`),
  });
  await tellMerchant(tx, refund, 'refund.succeeded');
}

async function tellMerchant(tx: Tx, refund: Refund, topic: string): Promise<void> {
  const { merchantId } = refund;
  await insertEvent(tx, { id: newId('evt'), topic, merchantId, subjectId: askedFor(refund) });
}
