import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { requireMember } from '@/app/_server/member';
import { type Query, readQuery } from '@/app/_server/read-query';
import { merchantMay } from '@/lib/core/merchant-permissions';
import { MerchantFrame } from '../merchant-frame';
import { BoundCards } from './bound-cards';
import { JustEnded } from './just-ended';

const AGREEMENT = z.string().regex(/^agr_[0-9a-z]{26}$/);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('merchant.agreements'))('title') };
}

export default async function AgreementsPage({ searchParams }: { searchParams: Query }) {
  const { user, actor } = await requireMember('/merchant/agreements', 'agreement.read');
  const { merchantId } = actor;
  const t = await getTranslations('merchant.agreements');
  const { before, ended } = await readQuery(searchParams, { before: AGREEMENT, ended: AGREEMENT });
  return (
    <MerchantFrame page="agreements" user={user} title={t('title')} lead={t('lead')}>
      {ended ? <JustEnded merchantId={merchantId} agreementId={ended} /> : null}
      <BoundCards
        merchantId={merchantId}
        before={before}
        mayEnd={merchantMay(actor.merchantRole, 'agreement.end')}
      />
    </MerchantFrame>
  );
}
