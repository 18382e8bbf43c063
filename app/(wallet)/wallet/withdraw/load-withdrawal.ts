import { notFound } from 'next/navigation';
import { isRefusal } from '@/lib/core/errors';
import { getPayout } from '@/lib/payouts/get-payout';
import type { Payout } from '@/lib/payouts/payout';
import { balanceAccount } from '@/lib/wallets/rules';
import type { Wallet } from '@/lib/wallets/wallet';

/** One withdrawal of this wallet; anybody else's is a page that does not exist. */
export async function loadWithdrawal(wallet: Wallet, payoutId: string): Promise<Payout> {
  try {
    return await getPayout({ payoutId, account: balanceAccount(wallet.customerId) });
  } catch (error) {
    if (isRefusal(error)) notFound();
    throw error;
  }
}

/** The bank may still change its mind about these: the page keeps asking us. */
export const isUnderWay = ({ state }: Payout): boolean =>
  !['succeeded', 'failed', 'returned'].includes(state);
