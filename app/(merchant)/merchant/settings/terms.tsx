import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import type { Merchant } from '@/lib/merchants/merchant';

/** What was agreed with the merchant, as the cashier applies it. */
export async function Terms({ merchant }: { merchant: Merchant }) {
  const t = await getTranslations('merchant.terms');
  return (
    <Card className="grid gap-4">
      <h2 className="text-lg font-semibold">{t('title')}</h2>
      <DescriptionList
        items={[
          {
            term: t('balance'),
            detail: t(`balanceContract.${merchant.balanceContract}`),
          },
        ]}
      />
    </Card>
  );
}
