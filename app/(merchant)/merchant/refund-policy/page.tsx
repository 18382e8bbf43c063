import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { requireMember } from '@/app/_server/member';
import { type Query, readQuery } from '@/app/_server/read-query';
import { Notice } from '@/components/ui/notice';
import { merchantMay } from '@/lib/core/merchant-permissions';
import { getRefundPolicy } from '@/lib/merchants/get-refund-policy';
import { MerchantFrame } from '../merchant-frame';
import { PolicyCard } from './policy-card';
import { TermsCard } from './terms-card';

const SHAPE = { done: z.literal('1') };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('refunds.policy'))('title') };
}

export default async function RefundPolicyPage({ searchParams }: { searchParams: Query }) {
  const { user, actor } = await requireMember('/merchant/refund-policy', 'settings.read');
  const { merchantId } = actor;
  const policy = await getRefundPolicy(merchantId);
  const t = await getTranslations('refunds.policy');
  const { done } = await readQuery(searchParams, SHAPE);
  return (
    <MerchantFrame page="refundPolicy" user={user} title={t('title')} lead={t('lead')}>
      {done ? (
        <Notice tone="ok" role="status">
          {t('done')}
        </Notice>
      ) : null}
      <PolicyCard
        key={done}
        policy={policy}
        mayChange={merchantMay(actor.merchantRole, 'settings.change')}
      />
      <TermsCard terms={policy} />
    </MerchantFrame>
  );
}
