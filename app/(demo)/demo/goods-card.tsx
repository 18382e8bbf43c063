import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import type { GoodsCode, goodsByCode } from '@/lib/demo/goods';
import { formatMoney } from '@/lib/money/format-money';
import { cny } from '@/lib/money/money';
import { GoodsPicture } from './goods-picture';

type Goods = NonNullable<ReturnType<typeof goodsByCode>>;

const small = (words: ReactNode) => <span className="text-sm font-normal text-soft">{words}</span>;

/** One article with its price and a plain form: the browser says only which goods it wants. */
export async function GoodsCard({ goods }: { goods: Goods & { code: GoodsCode } }) {
  const t = await getTranslations('demo');
  const locale = (await getLocale()) === 'en' ? 'en' : 'zh-CN';
  const price = formatMoney(cny(goods.amountMinor));
  return (
    <Card flush className="flex w-full flex-row sm:flex-col">
      <GoodsPicture code={goods.code} />
      <div className="flex min-w-0 flex-1 flex-col gap-3 p-4 sm:p-5">
        <div className="flex-1">
          <h2 className="text-lg font-semibold">{goods.name[locale]}</h2>
          <p className="mt-0.5 text-sm text-soft">{t(`goods.${goods.code}`)}</p>
          <p className="mt-2">
            <Badge>{t(`way.${goods.way}`)}</Badge>
          </p>
        </div>
        <p className="text-xl font-bold tabular-nums">
          {goods.subscription ? t.rich(`every.${goods.subscription}`, { price, small }) : price}
        </p>
        <form action="/demo/orders" method="post">
          <input type="hidden" name="goods" value={goods.code} />
          <Button type="submit" block>
            {t('buy')}
            <span className="sr-only">{goods.name[locale]}</span>
          </Button>
        </form>
      </div>
    </Card>
  );
}
