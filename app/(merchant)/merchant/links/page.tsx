import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { requireMember } from '@/app/_server/member';
import { type Query, readQuery } from '@/app/_server/read-query';
import { LinkButton } from '@/components/ui/link-button';
import { merchantMay } from '@/lib/core/merchant-permissions';
import { paymentLinkIdSchema } from '@/lib/payment-links/schema';
import { MerchantFrame } from '../merchant-frame';
import { OwnLinks } from './own-links';

const SHAPE = { before: paymentLinkIdSchema, state: z.enum(['active', 'stopped']) };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('paymentLinks'))('title') };
}

export default async function LinksPage({ searchParams }: { searchParams: Query }) {
  const { user, actor } = await requireMember('/merchant/links', 'link.read');
  const t = await getTranslations('paymentLinks');
  const asked = await readQuery(searchParams, SHAPE);
  const mayChange = merchantMay(actor.merchantRole, 'link.change');
  return (
    <MerchantFrame
      page="links"
      user={user}
      title={t('title')}
      lead={t('lead')}
      actions={
        mayChange ? (
          <>
            <LinkButton href="/merchant/links/new">{t('new.link')}</LinkButton>
            <LinkButton href="/merchant/links/new?kind=counter" variant="secondary">
              {t('new.counter')}
            </LinkButton>
          </>
        ) : null
      }
    >
      <OwnLinks merchantId={actor.merchantId} {...asked} />
    </MerchantFrame>
  );
}
