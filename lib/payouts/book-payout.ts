import { present } from '@/lib/core/assert';
import type { Tx } from '@/lib/core/db';
import { isRefusal } from '@/lib/core/errors';
import { captureHold } from '@/lib/ledger/capture-hold';
import { postEntry } from '@/lib/ledger/post-entry';
import { releaseHold } from '@/lib/ledger/release-hold';
import { findVirtualNumber } from '@/lib/virtual-accounts/find-virtual-number';
import { openSuspenseCase } from '@/lib/virtual-accounts/open-suspense-case';
import type { Payout } from './payout';

/**
 * What each word of the channel means for the books. Every entry has a key of its own, so that booking
 * again changes nothing. What pays it (our deposit at the bank, or what a payment channel owes us)
 * goes down when the payout is accepted; the account goes down when the money has arrived, and is
 * held until then. What is paid for a refund comes from what we owe for refunds, which the refund
 * itself has set aside: nothing is held for it.
 */
const entry = ({ id, amount }: Payout, word: string) => ({
  entryKey: `payout-${word}:${id}`,
  businessRef: id,
  amount,
});

const holdOf = ({ id, holdId }: Pick<Payout, 'id' | 'holdId'>): string =>
  present(holdId, `the hold of ${id}`);

/** The channel has taken it on: from our deposit, or from what it owes us, into transit. */
export async function bookSent(tx: Tx, payout: Payout): Promise<void> {
  const { channel } = payout;
  await postEntry(tx, { ...entry(payout, 'sent'), event: 'payout_sent', channel });
}

/** It has arrived: what was held leaves the account. */
export async function bookPaid(tx: Tx, payout: Payout): Promise<void> {
  const { channel, account } = payout;
  const event = { ...entry(payout, 'paid'), event: 'payout_paid' as const, channel, account };
  if (payout.payeeId === null) await captureHold(tx, { holdId: holdOf(payout), event });
  else await postEntry(tx, event);
}

/** It will not happen: what was in transit is back where it came from, what was held is free. */
export async function bookRefused(tx: Tx, payout: Payout): Promise<void> {
  const { channel } = payout;
  if (payout.state === 'accepted') {
    await postEntry(tx, { ...entry(payout, 'refused'), event: 'payout_refused', channel });
  }
  if (payout.payeeId === null) await releaseHold(tx, { holdId: holdOf(payout) });
}

/** It had arrived and came back: to the account, or into suspense when that was closed since. */
export async function bookReturned(tx: Tx, payout: Payout): Promise<void> {
  const { account, amount, channel } = payout;
  const { entryKey, ...rest } = entry(payout, 'returned');
  try {
    await postEntry(tx, { entryKey, ...rest, event: 'payout_returned', channel, account });
  } catch (error) {
    const isClosed = isRefusal(error) && error.code === 'account_closed';
    if (!isClosed || payout.payeeId !== null) throw error;
    const { account } = payout;
    const number = (await findVirtualNumber(account, tx)) ?? '';
    const credit = {
      channel,
      bankReference: entryKey,
      number,
      amount,
      payerName: '',
      payerAccount: '',
      remark: payout.id,
    };
    await openSuspenseCase(tx, { entryKey, credit, reason: 'closed_account' });
  }
}
