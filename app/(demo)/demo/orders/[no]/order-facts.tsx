import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { goodsByCode } from '@/lib/demo/goods';
import type { Purchase } from '@/lib/demo/purchase';
import { formatMoney } from '@/lib/money/format-money';
import { cny } from '@/lib/money/money';

const TIME = { dateStyle: 'medium', timeStyle: 'medium' } as const;

/** One line of the shop's books, in words. */
export async function OrderFacts({ purchase }: { purchase: Purchase }) {
  const t = await getTranslations('demo.order');
  const format = await getFormatter();
  const locale = (await getLocale()) === 'en' ? 'en' : 'zh-CN';
  const { orderNo, state, placedAt, paidAt } = purchase;
  return (
    <Card className="grid gap-4">
      <div className="flex items-baseline justify-between gap-4">
        <h2 className="font-semibold">{goodsByCode(purchase.goodsCode)?.name[locale]}</h2>
        <p className="text-xl font-bold tabular-nums">{formatMoney(cny(purchase.amountMinor))}</p>
      </div>
      <DescriptionList
        items={[
          {
            term: t('state'),
            detail: <Badge tone={state === 'paid' ? 'ok' : 'warn'}>{t(`${state}.badge`)}</Badge>,
          },
          { term: t('number'), detail: orderNo },
          { term: t('placedAt'), detail: format.dateTime(placedAt, TIME) },
          ...(paidAt ? [{ term: t('paidAt'), detail: format.dateTime(paidAt, TIME) }] : []),
        ]}
      />
    </Card>
  );
}
