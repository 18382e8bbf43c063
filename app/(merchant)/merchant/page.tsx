import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { getMerchant } from '@/lib/merchants/get-merchant';
import { Fees } from './fees';
import { Integration } from './integration';
import { MerchantFrame } from './merchant-frame';
import { requireMerchant } from './require-merchant';
import { SettlementAccount } from './settlement-account';
import { Terms } from './terms';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('merchant'))('title') };
}

export default async function MerchantPage() {
  const { user, merchantId } = await requireMerchant('/merchant');
  const merchant = await getMerchant(merchantId);
  const t = await getTranslations('merchant');
  const name = (await getLocale()) === 'en' ? merchant.nameEn : merchant.name;
  return (
    <MerchantFrame page="overview" user={user} title={name} lead={t('lead')}>
      <SettlementAccount merchantId={merchant.id} />
      <Fees merchantId={merchant.id} />
      <Integration merchant={merchant} />
      <Terms merchant={merchant} />
    </MerchantFrame>
  );
}
