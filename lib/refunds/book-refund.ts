import { present } from '@/lib/core/assert';
import type { Tx } from '@/lib/core/db';
import { isRefusal, Refusal } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import { postEntry } from '@/lib/ledger/post-entry';
import { formatMoney } from '@/lib/money/format-money';
import { cny } from '@/lib/money/money';
import type { Attempt } from '@/lib/payments/attempt';
import { markReturned } from '@/lib/payments/mark-returned';
import { giveFeeBack } from './give-fee-back';
import type { Refund } from './refund';
import { insertEvent, selectRootId } from './store';

/**
 * What each step means for the books, and what the merchant is told. Money that came late was never
 * the merchant's: it comes from suspense, and its merchant is told nothing. Every entry has a key of
 * its own, so that booking again changes nothing. What was asked for is filed under the refund, what
 * came late under its order.
 */
export async function entryOf<W extends string>(tx: Tx, refund: Refund, word: W) {
  return {
    entryKey: `${word}:${refund.id}`,
    businessRef: refund.cause === 'late_payment' ? refund.orderId : await askedFor(tx, refund),
    amount: refund.amount,
  };
}

/** The merchant knows the refund it asked for, whatever its parts and whatever stood in for them since. */
export const askedFor = async (tx: Tx, refund: Refund): Promise<string> =>
  refund.partOfId ?? (refund.replacesId ? await selectRootId(tx, refund.id) : refund.id);

/** What of it was the merchant's available money; the entries of most refunds speak of none. */
const availableOf = ({ available }: Refund) =>
  available.amountMinor > 0n ? { available } : undefined;

/** From the merchant's (or the late) money to what we owe through the channel. */
export async function bookReserved(tx: Tx, refund: Refund): Promise<void> {
  const { cause, channel, merchantId } = refund;
  if (cause === 'late_payment') {
    const word = await entryOf(tx, refund, 'late-returned');
    await postEntry(tx, { ...word, event: 'late_payment_returned', merchantId, channel });
    return;
  }
  const word = await entryOf(tx, refund, 'refund-reserved');
  const part = availableOf(refund);
  await unlessTaken(part, () =>
    postEntry(tx, { ...word, event: 'refund_reserved', merchantId, channel, ...part }),
  );
}

/**
 * A withdrawal or a freeze was quicker than we were: the account has less than we read. The transaction is
 * run again, and decides by what there is then; only if that goes on is it refused.
 */
async function unlessTaken(part: object | undefined, post: () => Promise<unknown>): Promise<void> {
  try {
    await post();
  } catch (error) {
    if (!part || !isRefusal(error) || !TAKEN.includes(error.code)) throw error;
    const short = new Refusal('merchant_funds_short', { left: formatMoney(cny(0n)) });
    throw Object.assign(short, { cause: RUN_AGAIN });
  }
}

const TAKEN: readonly string[] = ['insufficient_funds', 'account_frozen'];
/** As PostgreSQL says it: see isRetryable. */
const RUN_AGAIN = { code: '40001' };

/** The channel has given it back. */
export async function bookSettled(tx: Tx, refund: Refund, why: string): Promise<void> {
  const { cause, channel, attemptId } = refund;
  if (cause === 'late_payment') {
    const word = await entryOf(tx, refund, 'late-refund');
    await postEntry(tx, { ...word, event: 'late_refund_settled', channel });
    await markReturned(tx, { attemptId, cause: why });
    return;
  }
  const word = await entryOf(tx, refund, 'refund-settled');
  await postEntry(tx, { ...word, event: 'refund_settled', channel });
  await giveFeeBack(tx, refund);
  await tellMerchant(tx, refund, 'refund.succeeded');
}

/** It is not to be: the money is the merchant's again, where it was taken, or back in suspense for a person. */
export async function bookGivenBack(tx: Tx, refund: Refund): Promise<void> {
  const { cause, channel, merchantId } = refund;
  if (cause === 'late_payment') {
    const word = await entryOf(tx, refund, 'late-refund-failed');
    await postEntry(tx, { ...word, event: 'late_refund_failed', merchantId, channel });
    return;
  }
  const word = await entryOf(tx, refund, 'refund-failed');
  await postEntry(tx, {
    ...{ ...word, event: 'refund_failed', merchantId, channel },
    ...availableOf(refund),
  });
}

/** The channel will not: what it was taken from has it again, and the merchant is told. */
export async function bookFailed(tx: Tx, refund: Refund): Promise<void> {
  await bookGivenBack(tx, refund);
  if (refund.cause === 'requested') await tellMerchant(tx, refund, 'refund.failed');
}

/**
 * Back on the balance it was paid from, at once; from what was set aside, where it waited for a word. What
 * was counted against limits stays counted. Where another part follows by a channel, that one's end is the
 * refund's.
 */
export async function bookToBalance(
  tx: Tx,
  refund: Refund,
  { id, customerId: owner }: Pick<Attempt, 'id' | 'customerId'>,
  { isAll, isSetAside = false }: { isAll: boolean; isSetAside?: boolean },
): Promise<void> {
  const customerId = present(owner, `whose balance paid ${id}`);
  const { merchantId, channel } = refund;
  const word = await entryOf(tx, refund, 'balance-refund');
  if (isSetAside) {
    await postEntry(tx, { ...word, event: 'refund_to_balance', channel, customerId });
  } else {
    const part = availableOf(refund);
    await unlessTaken(part, () =>
      postEntry(tx, { ...word, event: 'balance_refund', merchantId, customerId, ...part }),
    );
  }
  await giveFeeBack(tx, refund);
  if (isAll) await tellMerchant(tx, refund, 'refund.succeeded');
}

export async function tellMerchant(
  tx: Tx,
  refund: Refund,
  topic: 'refund.succeeded' | 'refund.failed' | 'refund.declined',
): Promise<void> {
  const { merchantId } = refund;
  const subjectId = await askedFor(tx, refund);
  await insertEvent(tx, { id: newId('evt'), topic, merchantId, subjectId });
}
