import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireUser } from '@/lib/auth/require-user';
import { checkBooks } from '@/lib/ledger/check-books';
import { Books } from './books';
import { OfficeFrame } from './office-frame';
import { PlatformAccount } from './platform-account';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('office'))('title') };
}

export default async function OfficePage() {
  const user = await requireUser('office', '/office');
  const t = await getTranslations('office');
  return (
    <OfficeFrame page="overview" user={user} title={t('title')} lead={t('lead')}>
      <Books report={await checkBooks()} />
      <PlatformAccount />
    </OfficeFrame>
  );
}
