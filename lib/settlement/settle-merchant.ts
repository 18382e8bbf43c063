import type { Tx } from '@/lib/core/db';
import { newId } from '@/lib/core/ids';
import { inTransaction } from '@/lib/core/unit-of-work';
import { postEntry } from '@/lib/ledger/post-entry';
import { cny } from '@/lib/money/money';
import { selectUnsettled, selectUnsettledRefunds } from './due-store';
import { listFeeTerms } from './list-fee-terms';
import { canSettle, feeOf, netOf, termsFor } from './rules';
import { insertSettlement, isDayClosed, lockSettlements } from './store';

/** So many payments at most are one settlement, and one commit, unless refunds take more than these. */
const MOST_PAYMENTS = 5_000;

/**
 * Moves a merchant's payments of all days through that one from pending to its settlement account,
 * less the fee and less the refunds on request: one settlement, its items and one entry, in one
 * commit. Refunds come first and all at once, so that nothing is paid out while one is left; where the
 * payments do not cover them and the fee, nothing moves and all of it waits for the next settlement.
 * Settles so many payments at most; `more` says that there may be others. Refuses account_closed.
 */
export async function settleMerchant({
  merchantId,
  throughDay,
  most = MOST_PAYMENTS,
}: {
  merchantId: string;
  /** YYYY-MM-DD, Beijing. */
  throughDay: string;
  most?: number;
}): Promise<{ settlementId: string | null; payments: number; more: boolean }> {
  return inTransaction(async (tx) => {
    await lockSettlements(tx, merchantId);
    // Read first: once the day is seen closed, everything of it is seen too.
    const closed = await isDayClosed(tx, throughDay);
    const refunds = await selectUnsettledRefunds(tx, { merchantId, throughDay });
    for (let limit = most; ; limit *= 2) {
      const payments = await pricePayments(tx, { merchantId, throughDay, most: limit });
      const netting = netOf(payments, refunds);
      const more = payments.length === limit;
      if (!canSettle(netting)) {
        if (more) continue;
        return { settlementId: null, payments: 0, more: false };
      }
      const id = newId('stl');
      const settlement = { id, merchantId, throughDay, exhaustive: closed && !more, ...netting };
      await insertSettlement(tx, settlement, payments, refunds);
      await postEntry(tx, {
        event: 'settlement',
        entryKey: `settlement:${id}`,
        businessRef: id,
        amount: cny(netting.grossMinor - netting.refundedMinor),
        fee: cny(netting.feeMinor),
        merchantId,
      });
      return { settlementId: id, payments: payments.length, more };
    }
  });
}

/** The oldest unsettled payments, each with its fee by the terms that hold now. */
async function pricePayments(
  tx: Tx,
  due: { merchantId: string; throughDay: string; most: number },
) {
  const payments = await selectUnsettled(tx, due);
  const terms = await listFeeTerms(due.merchantId, tx);
  return payments.map(({ cardType, ...payment }) => {
    const agreed = termsFor(terms[payment.method], cardType);
    return { ...payment, feeMinor: feeOf(cny(payment.grossMinor), agreed).amountMinor };
  });
}
