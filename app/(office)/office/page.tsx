import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireStaff } from '@/app/_server/staff';
import { checkBooks } from '@/lib/ledger/check-books';
import { Books } from './books';
import { OfficeFrame } from './office-frame';
import { PlatformAccount } from './platform-account';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('office'))('title') };
}

export default async function OfficePage() {
  const user = await requireStaff('/office', 'ledger.read');
  const t = await getTranslations('office');
  return (
    <OfficeFrame page="overview" user={user} title={t('title')} lead={t('lead')}>
      <Books report={await checkBooks()} />
      <PlatformAccount />
    </OfficeFrame>
  );
}
