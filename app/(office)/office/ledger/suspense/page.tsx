import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { type Query, readQuery } from '@/app/_server/read-query';
import { requireStaff } from '@/app/_server/staff';
import { Notice } from '@/components/ui/notice';
import { mayDo } from '@/lib/core/staff-permissions';
import { findLiveMark } from '@/lib/support/find-live-mark';
import { Live } from '../../live';
import { OfficeFrame } from '../../office-frame';
import { JustAssigned } from './just-assigned';
import { OpenCases } from './open-cases';

const CASE = z.string().regex(/^[a-z]{3}_[0-9a-z]{26}$/);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('office.suspense'))('title') };
}

export default async function SuspensePage({ searchParams }: { searchParams: Query }) {
  const user = await requireStaff('/office/ledger/suspense', 'ledger.read');
  const t = await getTranslations('office.suspense');
  // Before the cases: what changes in between is drawn anew.
  const mark = await findLiveMark({ subject: { type: 'queue', id: 'suspense' }, by: user });
  const shape = { after: CASE, assigned: CASE, proposed: CASE };
  const { after, assigned, proposed } = await readQuery(searchParams, shape);
  return (
    <OfficeFrame page="suspense" user={user} title={t('title')} lead={t('lead')}>
      <Live subject="queue:suspense" mark={mark ?? ''} />
      {assigned ? <JustAssigned caseId={assigned} /> : null}
      {proposed ? (
        <Notice tone="ok" role="status">
          {t('proposed')}
        </Notice>
      ) : null}
      <OpenCases after={after} mayAssign={mayDo(user.staffRole, 'suspense.assign')} />
    </OfficeFrame>
  );
}
