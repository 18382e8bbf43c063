import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { type Query, readQuery } from '@/app/_server/read-query';
import { requireStaff } from '@/app/_server/staff';
import { isSubject, type Subject } from '@/lib/ledger/chart';
import { OfficeFrame } from '../../office-frame';
import { AccountSearch } from './account-search';
import { FoundAccounts } from './found-accounts';

const SHAPE = {
  subject: z.string().refine((code): code is Subject => isSubject(code)),
  owner: z
    .string()
    .trim()
    .regex(/^[\w.:-]{1,64}$/),
  after: z.string().regex(/^[\w.:-]{1,120}$/),
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('office.accounts'))('title') };
}

export default async function AccountsPage({ searchParams }: { searchParams: Query }) {
  const user = await requireStaff('/office/ledger/accounts', 'ledger.read');
  const t = await getTranslations('office.accounts');
  const asked = await readQuery(searchParams, SHAPE);
  return (
    <OfficeFrame page="accounts" user={user} title={t('title')} lead={t('lead')}>
      <AccountSearch subject={asked.subject} owner={asked.owner} />
      <FoundAccounts {...asked} />
    </OfficeFrame>
  );
}
