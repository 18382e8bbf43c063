import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { requireMember } from '@/app/_server/member';
import { type Query, readQuery } from '@/app/_server/read-query';
import { Notice } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import { MerchantFrame } from '../../merchant-frame';
import { RANGE_SHAPE } from './input';
import { RangeCount } from './range-count';
import { RangeForm } from './range-form';

const SHAPE = { ...RANGE_SHAPE, done: z.string().regex(/^\d{1,5}$/) };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('developers.resend'))('title') };
}

export default async function ResendPage({ searchParams }: { searchParams: Query }) {
  const { user, actor } = await requireMember('/merchant/deliveries/resend', 'delivery.resend');
  const t = await getTranslations('developers.resend');
  const log = await getTranslations('developers.deliveries');
  const { done, ...asked } = await readQuery(searchParams, SHAPE);
  const { endpoint, from, to, topic, which = 'missed' } = asked;
  return (
    <MerchantFrame
      page="deliveries"
      user={user}
      crumbs={
        <p className="text-sm">
          <TextLink href="/merchant/deliveries">{log('title')}</TextLink>
        </p>
      }
      title={t('title')}
      lead={t('lead')}
    >
      {done ? (
        <Notice tone="ok" role="status">
          {t('done', { count: Number(done) })}
        </Notice>
      ) : null}
      <RangeForm merchantId={actor.merchantId} asked={asked} />
      {endpoint && from && to ? (
        <RangeCount by={actor} asked={{ endpoint, from, to, topic, which }} />
      ) : null}
    </MerchantFrame>
  );
}
