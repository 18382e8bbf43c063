import type { LedgerAccount } from '@/lib/ledger/account';
import { balanceOf } from '@/lib/ledger/balance-of';
import { findLedgerAccount } from '@/lib/ledger/find-ledger-account';
import { cny, type Money } from '@/lib/money/money';
import { sumUndecidedRefunds } from './month-store';

export interface MerchantMoney {
  /** On the merchant's own account: what may be withdrawn, and what a withdrawal holds already. */
  balance: Money;
  available: Money;
  held: Money;
  state: LedgerAccount['state'];
  /** Paid and not settled yet. */
  pending: Money;
  /** Came after its order had ended, and is to be accepted or given back. */
  late: Money;
  /** Taken from the merchant for refunds that have not arrived; and refunds that wait for its money. */
  refundsUnderWay: Money;
  refundsQueued: Money;
}

/** What a merchant has with us at this moment, from the ledger. */
export async function getMerchantMoney({
  merchantId: owner,
}: {
  merchantId: string;
}): Promise<MerchantMoney> {
  const [account, pending, late, refunds] = await Promise.all([
    findLedgerAccount({ subject: 'merchant_balance', owner }),
    balanceOf({ subject: 'merchant_pending', owner }),
    balanceOf({ subject: 'late_payments', owner }),
    sumUndecidedRefunds(owner),
  ]);
  return {
    balance: account?.balance ?? cny(0n),
    available: account?.available ?? cny(0n),
    held: account?.held ?? cny(0n),
    state: account?.state ?? 'active',
    pending,
    late,
    refundsUnderWay: cny(refunds.underWay),
    refundsQueued: cny(refunds.queued),
  };
}
