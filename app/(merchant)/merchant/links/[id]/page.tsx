import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { requireMember } from '@/app/_server/member';
import { type Query, readQuery } from '@/app/_server/read-query';
import { Notice } from '@/components/ui/notice';
import { merchantMay } from '@/lib/core/merchant-permissions';
import { MerchantFrame } from '../../merchant-frame';
import { BackToLinks } from '../back-to-links';
import { LinkCard } from './link-card';
import { LinkOrders } from './link-orders';
import { loadOwnLink } from './load-link';
import { SnippetCard } from './snippet-card';

const SHAPE = {
  done: z.enum(['created', 'stopped', 'started']),
  before: z.string().regex(/^ord_[0-9a-z]{26}$/),
};
type Props = { params: Promise<{ id: string }>; searchParams: Query };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('paymentLinks'))('one') };
}

export default async function LinkPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { user, actor } = await requireMember(`/merchant/links/${id}`, 'link.read');
  const { done, before } = await readQuery(searchParams, SHAPE);
  const link = await loadOwnLink(actor.merchantId, id);
  const t = await getTranslations('paymentLinks');
  return (
    <MerchantFrame
      page="links"
      user={user}
      crumbs={<BackToLinks />}
      title={link.subject}
      lead={t('oneLead')}
    >
      {done ? (
        <Notice tone="ok" role="status">
          {t(`done.${done}`)}
        </Notice>
      ) : null}
      <LinkCard link={link} mayChange={merchantMay(actor.merchantRole, 'link.change')} />
      <SnippetCard link={link} />
      <LinkOrders merchantId={actor.merchantId} linkId={id} before={before} />
    </MerchantFrame>
  );
}
