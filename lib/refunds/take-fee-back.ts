import type { Tx } from '@/lib/core/db';
import { isRefusal } from '@/lib/core/errors';
import { log } from '@/lib/core/log';
import { reverseEntry } from '@/lib/ledger/reverse-entry';
import { standingFee } from './fee-rules';
import { type FeeEntry, selectFeeEntries, setFeeReturned } from './fee-store';
import { lockRefundFunds } from './lock-refund-funds';
import type { Refund } from './refund';
import { selectRootId } from './store';

/**
 * A refund that had succeeded has not after all: what of our fee went back with it is ours again. Where the
 * merchant's account cannot give it, it stays there, is counted for refunds that follow, and is logged.
 */
export async function takeFeeBack(
  tx: Tx,
  refund: Refund,
  { actor, cause }: { actor: string; cause: string },
): Promise<void> {
  const { id, merchantId } = refund;
  const businessRef = refund.partOfId ?? (await selectRootId(tx, id));
  const entries = await selectFeeEntries(tx, { id, businessRef });
  if (standingFee(entries) === 0n) return;
  await lockRefundFunds(tx, merchantId);
  const now: FeeEntry[] = [];
  for (const entry of entries) {
    const { entryKey } = entry;
    const isReversed = entry.isReversed || (await reverse(tx, { entryKey, actor, cause }));
    now.push({ ...entry, isReversed });
  }
  await setFeeReturned(tx, id, standingFee(now));
}

async function reverse(tx: Tx, what: Parameters<typeof reverseEntry>[1]): Promise<boolean> {
  try {
    await reverseEntry(tx, what);
    return true;
  } catch (error) {
    if (!isRefusal(error) || !CANNOT_GIVE.includes(error.code)) throw error;
    log().error(
      { ...what, refusal: error.code },
      'a fee that was given back cannot be taken again',
    );
    return false;
  }
}

const CANNOT_GIVE: readonly string[] = ['insufficient_funds', 'account_frozen', 'account_closed'];
