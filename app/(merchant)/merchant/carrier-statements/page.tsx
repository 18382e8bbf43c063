import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireMember } from '@/app/_server/member';
import { CarrierStatementCard } from '@/components/merchant/carrier-statement-card';
import { Card } from '@/components/ui/card';
import { listMerchantStatements } from '@/lib/carrier-statements/list-merchant-statements';
import { MerchantFrame } from '../merchant-frame';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('carrierStatements.merchant'))('title') };
}

export default async function CarrierStatementsPage() {
  const { user, actor } = await requireMember(
    '/merchant/carrier-statements',
    'carrier_statement.read',
  );
  const { merchantId } = actor;
  const statements = await listMerchantStatements({ merchantId });
  const t = await getTranslations('carrierStatements.merchant');
  return (
    <MerchantFrame page="carrierStatements" user={user} title={t('title')} lead={t('lead')}>
      {statements.length === 0 ? (
        <Card>
          <p className="text-sm text-soft">{t('none')}</p>
        </Card>
      ) : null}
      {statements.map((statement) => (
        <CarrierStatementCard key={statement.statementId} statement={statement} />
      ))}
    </MerchantFrame>
  );
}
