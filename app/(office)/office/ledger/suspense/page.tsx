import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { type Query, readQuery } from '@/app/_server/read-query';
import { requireUser } from '@/lib/auth/require-user';
import { OfficeFrame } from '../../office-frame';
import { JustAssigned } from './just-assigned';
import { OpenCases } from './open-cases';

const CASE = z.string().regex(/^[a-z]{3}_[0-9a-z]{26}$/);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('office.suspense'))('title') };
}

export default async function SuspensePage({ searchParams }: { searchParams: Query }) {
  const user = await requireUser('office', '/office/ledger/suspense');
  const t = await getTranslations('office.suspense');
  const { after, assigned } = await readQuery(searchParams, { after: CASE, assigned: CASE });
  return (
    <OfficeFrame page="suspense" user={user} title={t('title')} lead={t('lead')}>
      {assigned ? <JustAssigned caseId={assigned} /> : null}
      <OpenCases after={after} />
    </OfficeFrame>
  );
}
