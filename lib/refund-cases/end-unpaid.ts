import type { Tx } from '@/lib/core/db';
import { postEntry } from '@/lib/ledger/post-entry';
import { settleTransfer } from '@/lib/refunds/settle-transfer';
import { openSuspenseCase } from '@/lib/virtual-accounts/open-suspense-case';
import { dropPayee } from './drop-rest';
import type { RefundCase } from './refund-case';
import { isLateMoney } from './standing-store';
import { moveCase } from './store';
import { refuseContradicted } from './unclear';

/** Where the money of a case goes that nobody is paid by. */
export type UnpaidEnd =
  /** The refund has failed: it is the merchant's again. */
  | { as: 'merchant' }
  /** It waits for whoever can show that it is theirs. */
  | { as: 'suspense' }
  /** The payer's own balance. */
  | { as: 'balance'; customerId: string };

/**
 * Ends a locked case, and its refund with it, in one commit; answers where the money is. Money that came
 * when nothing was owed any more was never the merchant's: it waits in suspense, whatever is asked for.
 *
 * @throws Refusal state_conflict, case_payout_contradicted
 */
export async function endUnpaid(
  tx: Tx,
  known: RefundCase,
  { cause, actor, ...asked }: UnpaidEnd & { cause: string; actor: string },
): Promise<UnpaidEnd['as']> {
  const { refundId } = known;
  await refuseContradicted(tx, known);
  const end: UnpaidEnd = (await isLateMoney(refundId, tx)) ? { as: 'suspense' } : asked;
  await moveCase(tx, known, {
    event: 'end',
    actor,
    cause,
    set: { payeeId: null, endedAs: end.as },
  });
  await dropPayee(tx, known);
  await bookEnd(tx, known, end);
  const event = { merchant: 'fail', suspense: 'park', balance: 'succeed' } as const;
  await settleTransfer(tx, { refundId, event: event[end.as], cause, actor });
  return end.as;
}

async function bookEnd(tx: Tx, known: RefundCase, end: UnpaidEnd): Promise<void> {
  const { refundId, channel, amount } = known;
  const entry = { businessRef: refundId, amount, channel };
  switch (end.as) {
    // The refund's own failure gives it back.
    case 'merchant':
      return;
    case 'balance':
      await postEntry(tx, {
        ...entry,
        event: 'refund_to_balance',
        entryKey: `refund-to-balance:${refundId}`,
        customerId: end.customerId,
      });
      return;
    case 'suspense': {
      const entryKey = `refund-unclaimed:${refundId}`;
      await openSuspenseCase(tx, {
        entryKey,
        reason: 'unclaimed_refund',
        credit: { bankReference: entryKey, amount, remark: refundId },
        event: { ...entry, event: 'refund_unclaimed', entryKey },
      });
    }
  }
}
