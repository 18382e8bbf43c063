import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { type Query, readQuery } from '@/app/_server/read-query';
import { requireStaff } from '@/app/_server/staff';
import { NumberSearch } from '@/components/ui/number-search';
import { OfficeFrame } from '../office-frame';
import { FoundAttempts } from './found-attempts';

const SHAPE = {
  q: z.string().trim().min(1).max(100),
  before: z.string().regex(/^att_[0-9a-z]{26}$/),
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('office.attempts'))('title') };
}

export default async function AttemptsPage({ searchParams }: { searchParams: Query }) {
  const user = await requireStaff('/office/attempts', 'order.read');
  const t = await getTranslations('office.attempts');
  const { q, before } = await readQuery(searchParams, SHAPE);
  return (
    <OfficeFrame page="attempts" user={user} title={t('title')} lead={t('lead')}>
      <NumberSearch label={t('number')} hint={t('hint')} find={t('find')} text={q} />
      <FoundAttempts text={q} before={before} />
    </OfficeFrame>
  );
}
