import type { Tx } from '@/lib/core/db';
import { findLedgerAccount } from '@/lib/ledger/find-ledger-account';
import { postEntry } from '@/lib/ledger/post-entry';
import { getRefundPolicy } from '@/lib/merchants/get-refund-policy';
import { cny } from '@/lib/money/money';
import { feeToGiveBack, standingFee } from './fee-rules';
import { selectFeeEntries, selectFeeFacts, setFeeReturned } from './fee-store';
import { lockRefundFunds } from './lock-refund-funds';
import type { Refund } from './refund';
import { selectRootId } from './store';

/**
 * Gives our fee back with a refund that has just succeeded, where that is agreed with its merchant and the
 * payment has been settled: to the merchant's account, once for each time it succeeds (a transfer that the
 * bank sent back may succeed again: `takeFeeBack`). Of what is settled later, the settlement charges no fee.
 * An account that was closed takes nothing any more.
 */
export async function giveFeeBack(tx: Tx, refund: Refund): Promise<void> {
  const { id, merchantId, attemptId } = refund;
  if (refund.cause !== 'requested') return;
  const { refundFee } = await getRefundPolicy(merchantId, tx);
  if (refundFee !== 'returned') return;
  // A settlement at the same moment either sees this refund, or is seen here.
  await lockRefundFunds(tx, merchantId);
  const facts = await selectFeeFacts(tx, attemptId);
  if (!facts) return;
  const minor = feeToGiveBack(facts);
  if (minor === 0n) return;
  const own = await findLedgerAccount({ subject: 'merchant_balance', owner: merchantId }, tx);
  if (own?.state === 'closed') return;
  const businessRef = refund.partOfId ?? (await selectRootId(tx, id));
  const before = await selectFeeEntries(tx, { id, businessRef });
  await postEntry(tx, {
    event: 'refund_fee_returned',
    entryKey: before.length === 0 ? `refund-fee:${id}` : `refund-fee:${id}:${before.length + 1}`,
    businessRef,
    amount: cny(minor),
    merchantId,
  });
  await setFeeReturned(tx, id, standingFee(before) + minor);
}
