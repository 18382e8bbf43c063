import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { requireMember } from '@/app/_server/member';
import { type Query, readQuery } from '@/app/_server/read-query';
import { Notice } from '@/components/ui/notice';
import { RefreshMeanwhile } from '@/components/ui/refresh-meanwhile';
import { TextLink } from '@/components/ui/text-link';
import { merchantMay } from '@/lib/core/merchant-permissions';
import { MerchantFrame } from '../../merchant-frame';
import { BodyCard } from './body-card';
import { DeliveryFacts } from './delivery-facts';
import { loadDelivery } from './load-delivery';
import { TryCard } from './try-card';

type Props = { params: Promise<{ id: string }>; searchParams: Query };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('developers.deliveries'))('one') };
}

export default async function DeliveryPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { user, actor } = await requireMember(`/merchant/deliveries/${id}`, 'endpoint.read');
  const { done } = await readQuery(searchParams, { done: z.literal('resent') });
  const delivery = await loadDelivery(actor.merchantId, id);
  const t = await getTranslations('developers.deliveries');
  const mayResend = merchantMay(actor.merchantRole, 'delivery.resend');
  return (
    <MerchantFrame
      page="deliveries"
      user={user}
      crumbs={
        <p className="text-sm">
          <TextLink href="/merchant/deliveries">{t('title')}</TextLink>
        </p>
      }
      title={<code>{delivery.topic}</code>}
      lead={<span className="break-all">{delivery.url}</span>}
    >
      {done ? (
        <Notice tone="ok" role="status">
          {t('resent')}
        </Notice>
      ) : null}
      {delivery.state === 'pending' ? (
        <RefreshMeanwhile everySeconds={delivery.tries > 2 ? 30 : 3} />
      ) : null}
      <DeliveryFacts delivery={delivery} mayResend={mayResend} />
      {[...delivery.made].reverse().map((made, place) => (
        <TryCard key={made.at.getTime()} made={made} number={delivery.made.length - place} />
      ))}
      <BodyCard body={delivery.body} />
    </MerchantFrame>
  );
}
