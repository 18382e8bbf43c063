import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/link-button';
import { Steps } from '@/components/wallet/steps';
import { TransferDetails } from '@/components/wallet/transfer-details';
import { env } from '@/lib/core/env';
import { InnerPage } from '../inner-page';
import { loadWallet } from '../load-wallet';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('wallet'))('topUp.title') };
}

export default async function TopUpPage() {
  const { wallet } = await loadWallet('/wallet/top-up');
  const t = await getTranslations('wallet.topUp');
  const { CASHIER_ENV, SANDBOX_ORIGIN } = env();
  const simulator = CASHIER_ENV !== 'production' && SANDBOX_ORIGIN;
  return (
    <InnerPage title={t('title')} lead={t('lead')}>
      <TransferDetails {...wallet.transferTo} />
      {simulator ? (
        <LinkButton href={`${simulator}/bank`} target="_blank" rel="noopener" variant="quiet">
          {t('simulator')}
        </LinkButton>
      ) : null}
      <Steps title={t('how')} steps={[t('steps.one'), t('steps.two'), t('steps.three')]} />
      <p className="px-1 text-sm text-faint">{t('note')}</p>
    </InnerPage>
  );
}
