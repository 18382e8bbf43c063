import type { Tx } from '@/lib/core/db';
import { balanceOf } from '@/lib/ledger/balance-of';
import { findLedgerAccount } from '@/lib/ledger/find-ledger-account';
import { cny, type Money } from '@/lib/money/money';
import { type Funds, splitFunds, totalFunds } from './funds-rules';
import { lockRefundFunds } from './lock-refund-funds';

/** How much of each amount comes from the merchant's available money, or what it could pay at most. */
export type TakenFunds = { available: Money[] } | { short: true; left: Money };

/**
 * Decides, under the merchant's lock, where the money of refunds comes from. A frozen or closed account
 * counts as nothing. What is decided holds until the commit, as far as the pending money goes; where a
 * withdrawal took from the account meanwhile, the ledger refuses, and all is decided anew (book-refund).
 */
export async function takeFunds(
  tx: Tx,
  { merchantId, amounts }: { merchantId: string; amounts: readonly Money[] },
): Promise<TakenFunds> {
  await lockRefundFunds(tx, merchantId);
  const funds = await readFunds(tx, merchantId);
  const available = splitFunds(
    amounts.map(({ amountMinor }) => amountMinor),
    funds,
  );
  return available
    ? { available: available.map(cny) }
    : { short: true, left: cny(totalFunds(funds)) };
}

/** What a merchant's refunds could be taken from at this moment. */
export async function readFunds(tx: Tx, merchantId: string): Promise<Funds> {
  const pending = await balanceOf({ subject: 'merchant_pending', owner: merchantId }, tx);
  const own = await findLedgerAccount({ subject: 'merchant_balance', owner: merchantId }, tx);
  const availableMinor = own?.state === 'active' ? own.available.amountMinor : 0n;
  return {
    pendingMinor: atLeastZero(pending.amountMinor),
    availableMinor: atLeastZero(availableMinor),
  };
}

const atLeastZero = (minor: bigint): bigint => (minor > 0n ? minor : 0n);
