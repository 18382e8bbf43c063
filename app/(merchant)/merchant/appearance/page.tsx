import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireMember } from '@/app/_server/member';
import { merchantMay } from '@/lib/core/merchant-permissions';
import { getMerchant } from '@/lib/merchants/get-merchant';
import { MerchantFrame } from '../merchant-frame';
import { AccentCard } from './accent-card';
import { JustDone } from './just-done';
import { LogoCard } from './logo-card';
import { PreviewCard } from './preview-card';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('merchant.appearance'))('title') };
}

export default async function AppearancePage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { user, actor } = await requireMember('/merchant/appearance', 'settings.read');
  const { merchantId } = actor;
  const merchant = await getMerchant(merchantId);
  const mayChange = merchantMay(actor.merchantRole, 'settings.change');
  const t = await getTranslations('merchant.appearance');
  return (
    <MerchantFrame page="appearance" user={user} title={t('title')} lead={t('lead')}>
      <JustDone merchantId={merchantId} query={await searchParams} />
      <LogoCard merchant={merchant} mayChange={mayChange} />
      {mayChange ? <AccentCard colour={merchant.accentColor} /> : null}
      <PreviewCard merchant={merchant} />
    </MerchantFrame>
  );
}
