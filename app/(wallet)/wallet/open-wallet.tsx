import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { BalanceCard } from '@/components/wallet/balance-card';
import { Movements } from '@/components/wallet/movements';
import { OtherBalances } from '@/components/wallet/other-balances';
import { QuickActions } from '@/components/wallet/quick-actions';
import { QuotaCard } from '@/components/wallet/quota-card';
import type { OtherBalance, Wallet } from '@/lib/wallets/wallet';

/** An open wallet at a glance: what there is, what to do with it, what happened. */
export async function OpenWallet({
  wallet,
  others,
}: {
  wallet: Wallet;
  others: readonly OtherBalance[];
}) {
  const t = await getTranslations('wallet');
  return (
    <div className="grid gap-4 lg:grid-cols-[5fr_6fr] lg:items-start lg:gap-6">
      <div className="grid gap-4">
        {wallet.state === 'frozen' ? (
          <Notice tone="warn" title={t('frozen.title')}>
            {t('frozen.body')}{' '}
            <a href="/wallet/security" className="font-medium text-accent-text underline">
              {t('frozen.unfreeze')}
            </a>
          </Notice>
        ) : null}
        <BalanceCard {...wallet} />
        <QuickActions />
        <div className="hidden lg:block">
          <OtherBalances others={others} />
        </div>
      </div>
      <div className="grid gap-4">
        <Card className="grid gap-1">
          <div className="flex items-baseline justify-between gap-3">
            <h2 className="text-lg font-semibold">{t('latest.title')}</h2>
            <a
              href="/wallet/statement"
              className="inline-flex min-h-11 items-center text-sm font-medium text-accent-text"
            >
              {t('latest.all')}
            </a>
          </div>
          {wallet.latest.length > 0 ? (
            <Movements lines={wallet.latest} label={t('latest.title')} />
          ) : (
            <p className="pb-2 text-soft">{t('latest.none')}</p>
          )}
        </Card>
        <QuotaCard quota={wallet.quota} />
        <div className="lg:hidden">
          <OtherBalances others={others} />
        </div>
      </div>
    </div>
  );
}
