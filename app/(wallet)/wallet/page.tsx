import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { loadWalletView } from './load-wallet';
import { NoWallet } from './no-wallet';
import { OpenWallet } from './open-wallet';
import { WalletHome } from './wallet-home';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('wallet'))('title') };
}

export default async function WalletPage() {
  const { user, view } = await loadWalletView('/wallet');
  const { wallet, others } = view;
  return (
    <WalletHome user={user} wide={wallet !== undefined}>
      {wallet ? <OpenWallet wallet={wallet} others={others} /> : <NoWallet view={view} />}
    </WalletHome>
  );
}
