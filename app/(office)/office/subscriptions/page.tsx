import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { type Query, readQuery } from '@/app/_server/read-query';
import { requireStaff } from '@/app/_server/staff';
import { NumberSearch } from '@/components/ui/number-search';
import { subscriptionIdSchema } from '@/lib/subscriptions/schema';
import { OfficeFrame } from '../office-frame';
import { FoundSubscriptions } from './found-subscriptions';

const SHAPE = { q: z.string().trim().min(1).max(100), before: subscriptionIdSchema };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('subscriptions.office'))('title') };
}

export default async function SubscriptionsPage({ searchParams }: { searchParams: Query }) {
  const user = await requireStaff('/office/subscriptions', 'order.read');
  const t = await getTranslations('subscriptions.office');
  const { q, before } = await readQuery(searchParams, SHAPE);
  return (
    <OfficeFrame page="subscriptions" user={user} title={t('title')} lead={t('lead')}>
      <NumberSearch label={t('number')} hint={t('hint')} find={t('find')} text={q} />
      <FoundSubscriptions text={q} before={before} />
    </OfficeFrame>
  );
}
