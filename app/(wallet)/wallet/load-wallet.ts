import { redirect } from 'next/navigation';
import { cache } from 'react';
import { requireUser } from '@/lib/auth/require-user';
import type { CurrentUser } from '@/lib/auth/user';
import { getWalletView } from '@/lib/wallets/get-wallet-view';
import type { Wallet, WalletView } from '@/lib/wallets/wallet';

/** The signed-in shopper and what is behind their door, read once per request. */
export const loadWalletView = cache(
  async (next: string): Promise<{ user: CurrentUser; view: WalletView }> => {
    const user = await requireUser('shopper', next);
    return { user, view: await getWalletView({ userId: user.id }) };
  },
);

/** For pages inside the wallet: whoever has none is led to the door, which says why. */
export async function loadWallet(next: string): Promise<{ user: CurrentUser; wallet: Wallet }> {
  const { user, view } = await loadWalletView(next);
  if (!view.wallet) redirect('/wallet');
  return { user, wallet: view.wallet };
}
