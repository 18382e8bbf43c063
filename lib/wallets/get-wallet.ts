import { present } from '@/lib/core/assert';
import { env } from '@/lib/core/env';
import { findLedgerAccount } from '@/lib/ledger/find-ledger-account';
import { cny } from '@/lib/money/money';
import { getWithdrawable } from '@/lib/payouts/get-withdrawable';
import { listPayouts } from '@/lib/payouts/list-payouts';
import { getQuota } from '@/lib/persons/get-quota';
import { listBankCards } from '@/lib/persons/list-bank-cards';
import { findVirtualNumber } from '@/lib/virtual-accounts/find-virtual-number';
import { getWalletAccount } from './get-wallet-account';
import { listMovements } from './list-movements';
import type { Wallet } from './wallet';

const LATEST = 5;

/**
 * All that the wallet's pages show of the user's own account.
 *
 * @throws Refusal balance_not_offered, wallet_not_activated
 */
export async function getWallet({ userId }: { userId: string }): Promise<Wallet> {
  const { customerId, account, person, passwordLockedUntil } = await getWalletAccount({ userId });
  const { BANK_ACCOUNT_NAME, BANK_NAME } = env();
  const [ledger, { withdrawable, fresh }, number, quota, cards, { payouts }, { lines }] =
    await Promise.all([
      findLedgerAccount(account),
      getWithdrawable({ account }),
      findVirtualNumber(account),
      getQuota({ userId, customerId }),
      listBankCards({ personId: person.id }),
      listPayouts({ account, limit: LATEST }),
      listMovements({ account, limit: LATEST }),
    ]);
  // The ledger knows an account from its first entry on.
  const { balance, held, available, state } = ledger ?? UNUSED;
  return {
    customerId,
    person,
    state,
    balance,
    held,
    available,
    withdrawable,
    tooFresh: fresh,
    transferTo: {
      number: present(number, `the number of wallet ${customerId}`),
      accountName: BANK_ACCOUNT_NAME,
      bankName: BANK_NAME,
    },
    quota,
    cards,
    withdrawals: payouts,
    latest: lines,
    ...(passwordLockedUntil ? { passwordLockedUntil } : {}),
  };
}

const NOTHING = cny(0n);
const UNUSED = { balance: NOTHING, held: NOTHING, available: NOTHING, state: 'active' } as const;
