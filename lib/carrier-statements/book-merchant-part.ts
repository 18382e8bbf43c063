import type { Tx } from '@/lib/core/db';
import { isRefusal } from '@/lib/core/errors';
import { balanceOf } from '@/lib/ledger/balance-of';
import { postEntry } from '@/lib/ledger/post-entry';
import { cny } from '@/lib/money/money';
import { lockRefundFunds } from '@/lib/refunds/lock-refund-funds';
import { creditable, type MerchantPart } from './rules';

/**
 * The entries of one merchant's part of a statement, each under a key of its own, and the part as it was
 * booked: nothing is credited to a closed settlement account, and no more than is pending (refunds of other
 * payments may have taken of it): the rest stays pending and is carried on.
 */
export async function bookMerchantPart(
  tx: Tx,
  {
    statementId,
    merchantId,
    part,
  }: { statementId: string; merchantId: string; part: MerchantPart },
): Promise<MerchantPart> {
  await lockRefundFunds(tx, merchantId);
  const entry = <E extends string>(event: E, amountMinor: bigint) => ({
    event,
    entryKey: `${event}:${statementId}:${merchantId}`,
    businessRef: statementId,
    amount: cny(amountMinor),
    merchantId,
  });
  const moves = [
    entry('carrier_share', part.shareMinor),
    entry('carrier_share_returned', -part.shareMinor),
    entry('carrier_reduction', part.reductionMinor),
    entry('carrier_bad_debt', part.badDebtMinor),
    entry('carrier_complaint_refund', part.complaintMinor),
  ];
  for (const move of moves) if (move.amount.amountMinor > 0n) await postEntry(tx, move);

  const settle = async (creditedMinor: bigint): Promise<void> => {
    const amountMinor = creditedMinor + part.feeMinor;
    const fee = cny(part.feeMinor);
    if (amountMinor > 0n) await postEntry(tx, { ...entry('carrier_settlement', amountMinor), fee });
  };
  const owner = merchantId;
  const { amountMinor: pending } = await balanceOf({ subject: 'merchant_pending', owner }, tx);
  const creditedMinor = creditable(part, pending);
  try {
    await settle(creditedMinor);
    return { ...part, creditedMinor };
  } catch (error) {
    const closed = isRefusal(error) && error.code === 'account_closed' && creditedMinor > 0n;
    if (!closed) throw error;
    await settle(0n);
    return { ...part, creditedMinor: 0n };
  }
}
