import { isRefusal } from '@/lib/core/errors';
import { getWallet } from './get-wallet';
import { listOtherBalances } from './list-other-balances';
import type { WalletView } from './wallet';

/** What a signed-in shopper finds behind their door, whether or not there is a wallet yet. */
export async function getWalletView({ userId }: { userId: string }): Promise<WalletView> {
  const others = await listOtherBalances({ userId });
  try {
    return { offered: true, wallet: await getWallet({ userId }), others };
  } catch (error) {
    if (isRefusal(error) && error.code === 'balance_not_offered') return { offered: false, others };
    if (isRefusal(error) && error.code === 'wallet_not_activated') return { offered: true, others };
    throw error;
  }
}
