import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireMember } from '@/app/_server/member';
import { MerchantFrame } from '../merchant-frame';
import { MoneyCard } from './money-card';
import { Settlements } from './settlements';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('merchantFigures.balance'))('title') };
}

export default async function BalancePage() {
  const { user, actor } = await requireMember('/merchant/balance', 'balance.read');
  const t = await getTranslations('merchantFigures.balance');
  return (
    <MerchantFrame page="balance" user={user} title={t('title')} lead={t('lead')}>
      <MoneyCard merchantId={actor.merchantId} />
      <Settlements merchantId={actor.merchantId} />
    </MerchantFrame>
  );
}
