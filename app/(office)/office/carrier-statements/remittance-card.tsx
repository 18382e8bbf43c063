import { getTranslations } from 'next-intl/server';
import { staffHere } from '@/app/_server/staff';
import { Card } from '@/components/ui/card';
import { listCarrierStatements } from '@/lib/carrier-statements/list-carrier-statements';
import { formatMoney } from '@/lib/money/format-money';
import { RemittanceForm } from './remittance-form';

const MOST = 500;

/** Where a carrier's transfer is written down; only while one is owed. */
export async function RemittanceCard() {
  const t = await getTranslations('carrierStatements.remittance');
  const names = await getTranslations('carriers');
  const staff = await getTranslations('staff');
  const owed = await listCarrierStatements({ limit: MOST, owedOnly: true, by: await staffHere() });
  if (owed.length === 0) return null;
  const statements = owed.map(({ statementId, month, carrier, lineName, ...one }) => {
    const line = `${names(`carrier.${carrier}`)} ${lineName}`;
    return { value: statementId, label: t('option', { month, line, owed: formatMoney(one.owed) }) };
  });
  return (
    <Card className="grid gap-4">
      <h2 className="text-lg font-semibold">{t('title')}</h2>
      <RemittanceForm
        statements={statements}
        words={{
          statement: t('statement'),
          amount: t('amount'),
          reference: t('reference'),
          receivedOn: t('receivedOn'),
          code: staff('yourCode'),
          submit: t('submit'),
          pending: t('pending'),
          broken: t('broken'),
        }}
      />
    </Card>
  );
}
