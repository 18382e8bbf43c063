import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireMember } from '@/app/_server/member';
import { type Query, readQuery } from '@/app/_server/read-query';
import { MerchantFrame } from '../merchant-frame';
import { Days } from './days';
import { Months } from './months';
import { STATEMENT_QUERY } from './query';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('merchantFigures.statements'))('title') };
}

export default async function StatementsPage({ searchParams }: { searchParams: Query }) {
  const { user, actor } = await requireMember('/merchant/statements', 'statement.read');
  const t = await getTranslations('merchantFigures.statements');
  const asked = await readQuery(searchParams, STATEMENT_QUERY);
  return (
    <MerchantFrame page="statements" user={user} title={t('title')} lead={t('lead')}>
      <Months merchantId={actor.merchantId} />
      <Days merchantId={actor.merchantId} {...asked} />
    </MerchantFrame>
  );
}
