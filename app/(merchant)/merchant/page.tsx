import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { RoomFrame } from '@/app/(auth)/room-frame';
import { requireUser } from '@/lib/auth/require-user';
import { present } from '@/lib/core/assert';
import { getMerchant } from '@/lib/merchants/get-merchant';
import { Fees } from './fees';
import { Integration } from './integration';
import { SettlementAccount } from './settlement-account';
import { Terms } from './terms';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('merchant'))('title') };
}

export default async function MerchantPage() {
  const user = await requireUser('merchant', '/merchant');
  const merchant = await getMerchant(present(user.merchantId, 'the merchant of a merchant user'));
  const t = await getTranslations('merchant');
  const name = (await getLocale()) === 'en' ? merchant.nameEn : merchant.name;
  return (
    <RoomFrame user={user} title={name} lead={t('lead')}>
      <SettlementAccount merchantId={merchant.id} />
      <Fees merchantId={merchant.id} />
      <Integration merchant={merchant} />
      <Terms merchant={merchant} />
    </RoomFrame>
  );
}
