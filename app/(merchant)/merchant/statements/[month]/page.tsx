import '@/app/statement.css';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireMember } from '@/app/_server/member';
import { LinkButton } from '@/components/ui/link-button';
import { TextLink } from '@/components/ui/text-link';
import { getMerchant } from '@/lib/merchants/get-merchant';
import { MerchantFrame } from '../../merchant-frame';
import { loadStatement } from './load-statement';
import { StatementSheet } from './statement-sheet';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('merchantFigures.statements'))('title') };
}

export default async function StatementPage({ params }: { params: Promise<{ month: string }> }) {
  const { month } = await params;
  const here = `/merchant/statements/${encodeURIComponent(month)}` as const;
  const { user, actor } = await requireMember(here, 'statement.read');
  const { merchantId } = actor;
  const statement = await loadStatement({ merchantId, month });
  const merchant = await getMerchant(merchantId);
  const t = await getTranslations('merchantFigures.statement');
  const all = await getTranslations('merchantFigures.statements');
  return (
    <MerchantFrame
      page="statements"
      user={user}
      crumbs={
        <p className="not-on-paper text-sm">
          <TextLink href="/merchant/statements">{all('title')}</TextLink>
        </p>
      }
      title={t('title', { month })}
      lead={t('lead')}
      actions={
        <LinkButton href={`${here}/statement.csv`} variant="secondary" className="not-on-paper">
          {t('csv')}
        </LinkButton>
      }
    >
      <StatementSheet merchant={merchant} statement={statement} />
    </MerchantFrame>
  );
}
