import type { Tx } from '@/lib/core/db';
import { newId } from '@/lib/core/ids';
import { inTransaction } from '@/lib/core/unit-of-work';
import { balanceOf } from '@/lib/ledger/balance-of';
import { postEntry } from '@/lib/ledger/post-entry';
import { getRefundPolicy } from '@/lib/merchants/get-refund-policy';
import { cny } from '@/lib/money/money';
import { lockRefundFunds } from '@/lib/refunds/lock-refund-funds';
import {
  ALL_DAYS,
  selectUnsettled,
  selectUnsettledRefunds,
  type UnsettledRefund,
} from './due-store';
import { listFeeTerms } from './list-fee-terms';
import { canSettle, coveredBy, feeOf, movedBy, type Netting, netOf, termsFor } from './rules';
import { insertSettlement, isDayClosed, lockSettlements, type PricedPayment } from './store';

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
    await lockRefundFunds(tx, merchantId);
    // Read first: once the day is seen closed, everything of it is seen too.
    const closed = await isDayClosed(tx, throughDay);
    const due = { merchantId, throughDay };
    const refunds = await selectUnsettledRefunds(tx, due);
    const found = await choosePayments(tx, { ...due, most, refunds });
    const chosen = found && (await withinPending(tx, { ...due, found, refunds }));
    if (!chosen) return { settlementId: null, payments: 0, more: false };
    const { payments, netting, more } = chosen;
    const id = newId('stl');
    const isAll = chosen.refunds === refunds && payments.length === found.payments.length && !more;
    const settlement = { id, merchantId, throughDay, exhaustive: closed && isAll, ...netting };
    await insertSettlement(tx, settlement, payments, chosen.refunds);
    await postEntry(tx, {
      event: 'settlement',
      entryKey: `settlement:${id}`,
      businessRef: id,
      amount: cny(movedBy(netting)),
      fee: cny(netting.feeMinor),
      merchantId,
    });
    return { settlementId: id, payments: payments.length, more };
  });
}

interface Chosen {
  payments: PricedPayment[];
  netting: Netting;
  more: boolean;
}

/** The oldest payments, as many as the refunds need; undefined where all of them do not cover these and the fee. */
async function choosePayments(
  tx: Tx,
  {
    most,
    refunds,
    ...due
  }: { merchantId: string; throughDay: string; most: number; refunds: readonly UnsettledRefund[] },
): Promise<Chosen | undefined> {
  for (let limit = most; ; limit *= 2) {
    const payments = await pricePayments(tx, { ...due, most: limit });
    const netting = netOf(payments, refunds);
    const more = payments.length === limit;
    if (canSettle(netting)) return { payments, netting, more };
    if (!more) return undefined;
  }
}

/**
 * Never more than is pending. Refunds of later days have taken from these payments' money, too: then they are
 * deducted now; and where money was taken for payments by phone bill, the last ones wait.
 */
async function withinPending(
  tx: Tx,
  {
    merchantId,
    found,
    refunds,
  }: { merchantId: string; found: Chosen; refunds: readonly UnsettledRefund[] },
): Promise<(Chosen & { refunds: readonly UnsettledRefund[] }) | undefined> {
  const owner = merchantId;
  const { amountMinor: pending } = await balanceOf({ subject: 'merchant_pending', owner }, tx);
  if (movedBy(found.netting) <= pending) return { ...found, refunds };
  const all = await selectUnsettledRefunds(tx, { merchantId, throughDay: ALL_DAYS });
  const { refundedMinor } = netOf([], all);
  const payments = coveredBy(found.payments, refundedMinor, pending);
  const netting = netOf(payments, all);
  const more = found.more && payments.length === found.payments.length;
  return canSettle(netting) ? { payments, netting, more, refunds: all } : undefined;
}

/**
 * The oldest unsettled payments, each with its fee by the terms that hold now. Where the fee is given back
 * with refunds, none is charged of what has gone back already.
 */
async function pricePayments(
  tx: Tx,
  due: { merchantId: string; throughDay: string; most: number },
): Promise<PricedPayment[]> {
  const payments = await selectUnsettled(tx, due);
  const terms = await listFeeTerms(due.merchantId, tx);
  const { refundFee } = await getRefundPolicy(due.merchantId, tx);
  return payments.map(({ attemptId, method, grossMinor, cardType, ...parts }) => {
    const back = refundFee === 'returned' ? parts : NOTHING_BACK;
    const toBalance = back.refundedToBalanceMinor;
    const toMethod = back.refundedToChannelMinor;
    // What went back to the balance of a payment from a balance alone went back by its method.
    const isMixed = parts.balanceMinor > 0n;
    // Each hand by its own terms: what a balance paid is no payment by card.
    const byMethod = feeOf(
      cny(grossMinor - parts.balanceMinor - toMethod - (isMixed ? 0n : toBalance)),
      termsFor(terms[method], cardType),
    );
    const byBalance = isMixed
      ? feeOf(cny(parts.balanceMinor - toBalance), terms.balance.any)
      : cny(0n);
    return {
      ...{ attemptId, method, grossMinor, refundedMinor: toBalance + toMethod },
      feeMinor: byMethod.amountMinor + byBalance.amountMinor,
    };
  });
}

const NOTHING_BACK = { refundedToBalanceMinor: 0n, refundedToChannelMinor: 0n };
