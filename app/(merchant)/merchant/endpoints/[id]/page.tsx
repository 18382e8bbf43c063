import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { requireMember } from '@/app/_server/member';
import { type Query, readQuery } from '@/app/_server/read-query';
import { Notice } from '@/components/ui/notice';
import { merchantMay } from '@/lib/core/merchant-permissions';
import { MerchantFrame } from '../../merchant-frame';
import { BackToEndpoints } from '../back-to-endpoints';
import { ChangeCard } from './change-card';
import { FactsCard } from './facts-card';
import { loadEndpoint } from './load-endpoint';
import { RemoveCard } from './remove-card';
import { SecretCard } from './secret-card';

const SHAPE = { done: z.enum(['changed', 'on', 'off', 'ended']) };
type Props = { params: Promise<{ id: string }>; searchParams: Query };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('developers.endpoints'))('one') };
}

export default async function EndpointPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { user, actor } = await requireMember(`/merchant/endpoints/${id}`, 'endpoint.read');
  const { done } = await readQuery(searchParams, SHAPE);
  const endpoint = await loadEndpoint(actor.merchantId, id);
  const t = await getTranslations('developers.endpoints');
  const mayChange = merchantMay(actor.merchantRole, 'endpoint.change');
  return (
    <MerchantFrame
      page="endpoints"
      user={user}
      crumbs={<BackToEndpoints />}
      title={t('one')}
      lead={<span className="break-all">{endpoint.url}</span>}
    >
      {done ? (
        <Notice tone="ok" role="status">
          {t(`done.${done}`)}
        </Notice>
      ) : null}
      <FactsCard endpoint={endpoint} mayChange={mayChange} />
      {mayChange ? <ChangeCard endpoint={endpoint} /> : null}
      {mayChange ? <SecretCard endpoint={endpoint} /> : null}
      {mayChange ? <RemoveCard endpointId={id} /> : null}
    </MerchantFrame>
  );
}
