import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { OtherBalances } from '@/components/wallet/other-balances';
import { Points } from '@/components/wallet/points';
import type { WalletView } from '@/lib/wallets/wallet';
import { SessionsCard } from './security/sessions-card';

/** For who has no wallet: what it would be, or that there is none to be had. */
export async function NoWallet({ view }: { view: WalletView }) {
  const t = await getTranslations('wallet');
  return (
    <div className="grid gap-4">
      {view.offered ? (
        <Card className="grid gap-5">
          <div className="grid gap-1.5">
            <h2 className="text-xl font-semibold">{t('welcome.title')}</h2>
            <p className="text-soft">{t('welcome.lead')}</p>
          </div>
          <Points
            points={[
              { icon: 'in', text: t('welcome.points.topUp') },
              { icon: 'statement', text: t('welcome.points.pay') },
              { icon: 'card', text: t('welcome.points.withdraw') },
              { icon: 'shield', text: t('welcome.points.safe') },
            ]}
          />
          <LinkButton href="/wallet/activate" size="lg" block>
            {t('welcome.open')}
          </LinkButton>
        </Card>
      ) : (
        <Notice tone="neutral" title={t('notOffered.title')} className="bg-card shadow-card">
          {t('notOffered.body')}
        </Notice>
      )}
      <OtherBalances others={view.others} />
      <SessionsCard />
    </div>
  );
}
