import { useTranslations } from 'next-intl';
import { DescriptionList } from '@/components/ui/description-list';
import { formatMoney } from '@/lib/money/format-money';
import type { Receipt } from '@/lib/receipts/receipt';

/** Money that came when nothing was owed any more, and where it goes. */
export function LateMoney({ late }: { late: Receipt['late'] }) {
  const t = useTranslations('receipt.lateMoney');
  const method = useTranslations('cashier.method');
  return (
    <section className="grid gap-3 border-t border-line pt-4">
      <h2 className="font-semibold">{t('title')}</h2>
      <DescriptionList
        items={late.map((money) => ({
          term: `${method(`${money.method}.name`)} ${formatMoney(money.amount)}`,
          detail: t(money.state),
        }))}
      />
    </section>
  );
}
