import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { type Query, readQuery } from '@/app/_server/read-query';
import { requireStaff } from '@/app/_server/staff';
import { mayDo } from '@/lib/core/staff-permissions';
import { isExternal } from '@/lib/ledger/chart';
import { OfficeFrame } from '../../../office-frame';
import { loadAccount } from '../../load-account';
import { readAccountRef } from '../../read-account-ref';
import { AccountFacts } from './account-facts';
import { AccountState } from './account-state';
import { Holds } from './holds';
import { Statement } from './statement';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Query;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('office.account'))('statement') };
}

export default async function AccountPage({ params, searchParams }: Props) {
  const { id } = await params;
  const user = await requireStaff(`/office/ledger/accounts/${id}`, 'ledger.read');
  const ref = readAccountRef(id);
  const shown = await loadAccount(ref);
  const { before } = await readQuery(searchParams, { before: z.string().regex(/^\d{1,18}$/) });
  return (
    <OfficeFrame page="accounts" user={user} title={shown.ownerName} lead={shown.subjectName}>
      <AccountFacts {...shown} />
      <Statement account={ref} before={before} />
      {isExternal(ref.subject) ? (
        <>
          <Holds account={ref} />
          <AccountState
            account={shown.account}
            maySwitch={mayDo(user.staffRole, 'account.switch')}
          />
        </>
      ) : null}
    </OfficeFrame>
  );
}
