import type { Tx } from '@/lib/core/db';
import { log } from '@/lib/core/log';
import { inTransaction } from '@/lib/core/unit-of-work';
import { findLedgerAccount } from '@/lib/ledger/find-ledger-account';
import { getRefundPolicy } from '@/lib/merchants/get-refund-policy';
import { readAttempt } from '@/lib/payments/read-attempt';
import { hasBalanceContract } from '@/lib/virtual-accounts/balance-contract';
import { EXPIRY_DAYS } from './case-rules';
import { endUnpaid, type UnpaidEnd } from './end-unpaid';
import type { RefundCase } from './refund-case';
import { lockExpired, postponeExpiry, selectExpired } from './store';

const AT_ONCE = 20;

/**
 * Ends the cases that nobody has claimed in time, as their merchants' policies say; answers how many.
 * Each in a commit of its own; safe with many workers. One that cannot be ended is logged and tried again in
 * an hour, and holds up no other.
 */
export async function expireRefundCases(): Promise<number> {
  let ended = 0;
  for (const caseId of await selectExpired(AT_ONCE)) {
    try {
      if (await inTransaction((tx) => expireOne(tx, caseId))) ended += 1;
    } catch (error) {
      log().error({ err: error, caseId }, 'a case that nobody claimed could not be ended');
      await postponeExpiry(caseId);
    }
  }
  return ended;
}

async function expireOne(tx: Tx, caseId: string): Promise<boolean> {
  const known = await lockExpired(tx, caseId);
  if (!known) return false;
  const end = await endOf(tx, known);
  const cause = `nobody claimed it in ${EXPIRY_DAYS} days`;
  await endUnpaid(tx, known, { ...end, cause, actor: 'system' });
  return true;
}

/** To a balance only where the payer has one that may take it; else it is the merchant's again. */
async function endOf(tx: Tx, { merchantId, attemptId }: RefundCase): Promise<UnpaidEnd> {
  const { unclaimedRefund } = await getRefundPolicy(merchantId, tx);
  if (unclaimedRefund !== 'balance') return { as: unclaimedRefund };
  const { customerId } = await readAttempt(attemptId, tx);
  if (!customerId) return { as: 'merchant' };
  const account = { subject: 'customer_balance' as const, owner: customerId };
  const known = await findLedgerAccount(account, tx);
  const takesIt = known && known.state !== 'closed' && (await hasBalanceContract(tx, account));
  return takesIt ? { as: 'balance', customerId } : { as: 'merchant' };
}
