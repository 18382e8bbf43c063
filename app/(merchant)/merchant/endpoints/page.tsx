import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { requireMember } from '@/app/_server/member';
import { type Query, readQuery } from '@/app/_server/read-query';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { merchantMay } from '@/lib/core/merchant-permissions';
import { MerchantFrame } from '../merchant-frame';
import { CutOff } from './cut-off';
import { OwnEndpoints } from './own-endpoints';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('developers.endpoints'))('title') };
}

export default async function EndpointsPage({ searchParams }: { searchParams: Query }) {
  const { user, actor } = await requireMember('/merchant/endpoints', 'endpoint.read');
  const t = await getTranslations('developers.endpoints');
  const { done } = await readQuery(searchParams, { done: z.literal('removed') });
  const ways = (
    <>
      {merchantMay(actor.merchantRole, 'endpoint.change') ? (
        <LinkButton href="/merchant/endpoints/new">{t('add')}</LinkButton>
      ) : null}
      <LinkButton href="/merchant/deliveries" variant="secondary">
        {t('log')}
      </LinkButton>
    </>
  );
  return (
    <MerchantFrame page="endpoints" user={user} title={t('title')} lead={t('lead')} actions={ways}>
      {done ? (
        <Notice tone="ok" role="status">
          {t('done.removed')}
        </Notice>
      ) : null}
      <CutOff by={actor} />
      <OwnEndpoints merchantId={actor.merchantId} />
    </MerchantFrame>
  );
}
