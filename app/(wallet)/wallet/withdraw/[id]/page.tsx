import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ReaderTools } from '@/app/_server/page-frame';
import { RefreshMeanwhile } from '@/components/ui/refresh-meanwhile';
import { WalletFrame } from '@/components/wallet/wallet-frame';
import { loadWallet } from '../../load-wallet';
import { isUnderWay, loadWithdrawal } from '../load-withdrawal';
import { WithdrawalMessage } from '../withdrawal-message';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('wallet'))('withdrawal.title') };
}

export default async function WithdrawalPage({ params }: { params: Promise<{ id: string }> }) {
  const { wallet } = await loadWallet('/wallet/withdraw');
  const payout = await loadWithdrawal(wallet, (await params).id);
  const t = await getTranslations('wallet');
  return (
    <WalletFrame brand={t('withdrawal.title')} tools={<ReaderTools />}>
      <WithdrawalMessage payout={payout} wallet={wallet} />
      {isUnderWay(payout) ? <RefreshMeanwhile /> : null}
    </WalletFrame>
  );
}
