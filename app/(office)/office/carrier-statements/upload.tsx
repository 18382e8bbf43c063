import { getTranslations } from 'next-intl/server';
import { CarrierStatementUpload } from '@/components/office/carrier-statement-upload';
import { Card } from '@/components/ui/card';
import { COLUMNS, MOST_LINES } from '@/lib/carrier-statements/rules';
import { listLines } from '@/lib/carriers/list-lines';

/** The form for a carrier's file; a line that is no longer in the catalogue may still be settled. */
export async function Upload() {
  const t = await getTranslations('carrierStatements.upload');
  const names = await getTranslations('carriers');
  const lines = await listLines();
  if (lines.length === 0) return <Card className="text-soft">{t('noLines')}</Card>;
  return (
    <CarrierStatementUpload
      lines={lines.map(({ id, carrier, name }) => ({
        value: id,
        label: `${names(`carrier.${carrier}`)} · ${name}`,
      }))}
      mostLines={MOST_LINES}
      columns={COLUMNS}
    />
  );
}
