import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { InnerPage } from '../inner-page';
import { loadWallet } from '../load-wallet';
import { readParam, type SearchParams } from '../read-param';
import { WithdrawForm } from './withdraw-form';
import { Withdrawals } from './withdrawals';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('wallet'))('withdraw.title') };
}

export default async function WithdrawPage({ searchParams }: { searchParams: SearchParams }) {
  const { wallet } = await loadWallet('/wallet/withdraw');
  const chosen = await readParam(searchParams, 'card');
  const t = await getTranslations('wallet');
  const why = wallet.state === 'frozen' ? 'frozen' : wallet.cards.length === 0 ? 'card' : undefined;
  return (
    <InnerPage title={t('withdraw.title')} lead={t('withdraw.lead')}>
      {why === 'frozen' ? (
        <Notice tone="warn" title={t('frozen.title')}>
          {t('frozen.body')}
        </Notice>
      ) : null}
      {why === 'card' ? (
        <>
          <Notice className="bg-card shadow-card">{t('withdraw.addFirst')}</Notice>
          <LinkButton href="/wallet/cards" size="lg" block>
            {t('cards.add')}
          </LinkButton>
        </>
      ) : null}
      {why ? null : <WithdrawForm wallet={wallet} chosen={chosen} />}
      <Withdrawals wallet={wallet} />
    </InnerPage>
  );
}
