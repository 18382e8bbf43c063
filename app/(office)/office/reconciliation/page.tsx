import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireStaff } from '@/app/_server/staff';
import { OfficeFrame } from '../office-frame';
import { Differences } from './differences';
import { Files } from './files';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('office.reconciliation'))('title') };
}

export default async function ReconciliationPage() {
  const user = await requireStaff('/office/reconciliation', 'reconciliation.read');
  const t = await getTranslations('office.reconciliation');
  return (
    <OfficeFrame page="reconciliation" user={user} title={t('title')} lead={t('lead')}>
      <Differences />
      <Files />
    </OfficeFrame>
  );
}
