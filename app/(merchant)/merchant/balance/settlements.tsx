import { getTranslations } from 'next-intl/server';
import { SettlementsTable } from '@/components/merchant/settlements-table';
import { Card } from '@/components/ui/card';
import { listSettlements } from '@/lib/settlement/list-settlements';

const SHOWN = 20;

/** How what was paid came to the merchant's account. */
export async function Settlements({ merchantId }: { merchantId: string }) {
  const t = await getTranslations('merchant.settlement');
  const { settlements } = await listSettlements({ merchantId, limit: SHOWN });
  return (
    <Card flush>
      <h2 className="px-5 pt-5 pb-2 text-lg font-semibold sm:px-6">{t('caption')}</h2>
      {settlements.length === 0 ? (
        <p className="px-5 pb-5 text-sm text-soft sm:px-6 sm:pb-6">{t('none')}</p>
      ) : (
        <SettlementsTable settlements={settlements} />
      )}
    </Card>
  );
}
