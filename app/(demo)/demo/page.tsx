import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/ui/notice';
import { GOODS } from '@/lib/demo/goods';
import { GoodsCard } from './goods-card';
import { openShop } from './open-shop';
import { TestNotes } from './test-notes';

export default async function DemoShopPage({
  searchParams,
}: {
  searchParams: Promise<{ problem?: string }>;
}) {
  const shop = openShop();
  const t = await getTranslations('demo');
  const { problem } = await searchParams;
  return (
    <div className="grid gap-8 pb-6">
      <div className="grid gap-2 pt-4 sm:pt-8">
        <h1 className="text-2xl font-bold">{t('title')}</h1>
        <p className="max-w-2xl text-soft">{t('lead')}</p>
      </div>
      {problem === 'unavailable' ? (
        <Notice tone="warn" role="alert" title={t('unavailable.title')}>
          {t('unavailable.body')}
        </Notice>
      ) : null}
      <ul className="grid gap-4 sm:grid-cols-3">
        {GOODS.map((goods) => (
          <li key={goods.code} className="flex">
            <GoodsCard goods={goods} />
          </li>
        ))}
      </ul>
      <TestNotes sandboxOrigin={shop.sandboxOrigin} />
    </div>
  );
}
