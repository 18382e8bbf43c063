import { present } from '@/lib/core/assert';
import { databaseNow } from '@/lib/core/clock';
import type { Tx } from '@/lib/core/db';
import { isRefusal, Refusal } from '@/lib/core/errors';
import { enqueueJob } from '@/lib/core/queue';
import { inTransaction } from '@/lib/core/unit-of-work';
import { postEntry } from '@/lib/ledger/post-entry';
import { findPayee } from '@/lib/payouts/find-payee';
import { findPayoutChannel, type PayoutWay } from '@/lib/payouts/find-payout-channel';
import type { Payee } from '@/lib/payouts/payee';
import type { RefundPayout } from '@/lib/payouts/payout';
import { requestRefundPayout } from '@/lib/payouts/request-refund-payout';
import { sendPayout } from '@/lib/payouts/send-payout';
import { isOriginalReturned } from '@/lib/refunds/is-original-returned';
import { settleTransfer } from '@/lib/refunds/settle-transfer';
import { hasBalanceContract } from '@/lib/virtual-accounts/balance-contract';
import { expiryOf } from './case-rules';
import { dropPayee, dropProposal } from './drop-rest';
import { endReturned } from './original-return';
import type { RefundCase } from './refund-case';
import { lockCase, moveCase, selectCase } from './store';
import { unclearOf } from './unclear';

const ACTOR = 'system';

/**
 * Sends an approved transfer whose cool-off is over. To a card: T1 commits the payout under the number
 * of this try, the channel is called with no transaction open, and the bank's word carries the case
 * on. To a balance: all in one commit. While it is unclear what is left of the payment, it waits. Whatever
 * else has become of the case meanwhile is left alone.
 */
export async function sendTransfer({ caseId }: { caseId: string }): Promise<void> {
  const due = await selectCase(caseId);
  if (due?.state !== 'approved') return;
  const way = await findPayoutChannel({ merchantId: due.merchantId });
  try {
    const payout = await inTransaction((tx) => commitTransfer(tx, caseId, way));
    if (payout) await sendPayout(payout);
  } catch (error) {
    if (!isRefusal(error) || !CANNOT_TAKE_IT.includes(error.code)) throw error;
    await inTransaction((tx) => askAgain(tx, caseId, error.code));
  }
}

/** What a balance may have become since it was named. */
const CANNOT_TAKE_IT: readonly string[] = [
  'account_closed',
  'unknown_account',
  'balance_not_offered',
];

async function commitTransfer(
  tx: Tx,
  caseId: string,
  way: PayoutWay,
): Promise<RefundPayout | undefined> {
  const known = await lockCase(tx, caseId);
  const { state, sendAt, channel, amount, payoutTries } = known;
  if (state !== 'approved' || !sendAt || sendAt > (await databaseNow(tx))) return undefined;
  if (await isOriginalReturned(known.refundId, tx)) {
    await endReturned(tx, known);
    return undefined;
  }
  // It waits: the sweep comes by again.
  if (await unclearOf(tx, known)) return undefined;
  const payeeId = present(known.payeeId, `the payee of ${caseId}`);
  const payee = present(await findPayee({ payeeId }, tx), `payee ${payeeId}`);
  if (payee.kind === 'balance') {
    await payToBalance(tx, known, payee);
    return undefined;
  }
  const tryNo = payoutTries + 1;
  const request = { caseId, tryNo, channel, payeeId, amount, way };
  const payout = await requestRefundPayout(tx, request);
  const set = { payoutId: payout.id, payoutTries: tryNo };
  await moveCase(tx, known, { event: 'send', actor: ACTOR, cause: 'the cool-off is over', set });
  return payout;
}

async function payToBalance(tx: Tx, known: RefundCase, payee: Payee): Promise<void> {
  const { refundId, channel, amount } = known;
  const customerId = present(payee.customerId, `whose balance ${payee.id} is`);
  const account = { subject: 'customer_balance' as const, owner: customerId };
  if (!(await hasBalanceContract(tx, account))) throw new Refusal('balance_not_offered');
  await postEntry(tx, {
    event: 'refund_to_balance',
    entryKey: `refund-to-balance:${refundId}`,
    businessRef: refundId,
    amount,
    channel,
    customerId,
  });
  const cause = 'to the balance';
  const set = { endedAs: 'balance' as const, sendAt: null };
  await moveCase(tx, known, { event: 'succeed', actor: ACTOR, cause, set });
  await settleTransfer(tx, { refundId, event: 'succeed', cause, actor: ACTOR });
  await enqueueJob(tx, 'send-refund-proof', { caseId: known.id });
}

/** The balance cannot take it any more: the shopper names somebody else. */
async function askAgain(tx: Tx, caseId: string, why: string): Promise<void> {
  const known = await lockCase(tx, caseId);
  if (known.state !== 'approved') return;
  const cause = `the balance cannot take it: ${why}`;
  const set = { proposalId: null, sendAt: null };
  const undone = await moveCase(tx, known, { event: 'undo', actor: ACTOR, cause, set });
  await dropProposal(tx, known, cause);
  const again = { payeeId: null, expiresAt: expiryOf(await databaseNow(tx)) };
  await moveCase(tx, undone, { event: 'reject', actor: ACTOR, cause, set: again });
  await dropPayee(tx, known);
  await enqueueJob(tx, 'send-refund-claim', { caseId });
}
