import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { Query } from '@/app/_server/read-query';
import { requireStaff } from '@/app/_server/staff';
import { mayDo } from '@/lib/core/staff-permissions';
import { OfficeFrame } from '../office-frame';
import { Complaints } from './complaints';
import { Debts } from './debts';
import { Differences } from './differences';
import { RemittanceCard } from './remittance-card';
import { Result } from './result';
import { Statements } from './statements';
import { Upload } from './upload';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('carrierStatements'))('title') };
}

export default async function CarrierStatementsPage({ searchParams }: { searchParams: Query }) {
  const user = await requireStaff('/office/carrier-statements', 'reconciliation.read');
  const t = await getTranslations('carrierStatements');
  return (
    <OfficeFrame page="carrierStatements" user={user} title={t('title')} lead={t('lead')}>
      <Result query={searchParams} />
      <Debts />
      <Statements />
      {mayDo(user.staffRole, 'remittance.record') ? <RemittanceCard /> : null}
      <Complaints />
      <Differences />
      {mayDo(user.staffRole, 'statement.import') ? <Upload /> : null}
    </OfficeFrame>
  );
}
