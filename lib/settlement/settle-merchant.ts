import { newId } from '@/lib/core/ids';
import { inTransaction } from '@/lib/core/unit-of-work';
import { postEntry } from '@/lib/ledger/post-entry';
import { cny } from '@/lib/money/money';
import { listFeeTerms } from './list-fee-terms';
import { feeOf } from './rules';
import { insertSettlement, isDayClosed, lockSettlements, selectUnsettled } from './store';

/** So many payments at most are one settlement, and one commit. */
const MOST_PAYMENTS = 5_000;

/**
 * Moves a merchant's payments of all days through that one from pending to its settlement account,
 * less the fee: one settlement, its payments and one entry, in one commit. Nothing to settle is no
 * settlement. Settles so many payments at most; `more` says that there may be others. Refuses
 * account_closed.
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
    // Read first: once the day is seen closed, every payment of it is seen too.
    const closed = await isDayClosed(tx, throughDay);
    const payments = await selectUnsettled(tx, { merchantId, throughDay, most });
    if (payments.length === 0) return { settlementId: null, payments: 0, more: false };

    const terms = await listFeeTerms(merchantId, tx);
    const items = payments.map((payment) => ({
      ...payment,
      feeMinor: feeOf(cny(payment.grossMinor), terms[payment.method]).amountMinor,
    }));
    const grossMinor = items.reduce((sum, item) => sum + item.grossMinor, 0n);
    const feeMinor = items.reduce((sum, item) => sum + item.feeMinor, 0n);
    const more = payments.length === most;
    const id = newId('stl');
    const exhaustive = closed && !more;
    const settlement = { id, merchantId, throughDay, exhaustive, grossMinor, feeMinor };
    await insertSettlement(tx, settlement, items);
    await postEntry(tx, {
      event: 'settlement',
      entryKey: `settlement:${id}`,
      businessRef: id,
      amount: cny(grossMinor),
      fee: cny(feeMinor),
      merchantId,
    });
    return { settlementId: id, payments: items.length, more };
  });
}
