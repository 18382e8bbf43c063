import { getLocale, getTranslations } from 'next-intl/server';
import { FoundOrdersTable } from '@/components/office/found-orders-table';
import { Card } from '@/components/ui/card';
import { PageLinks } from '@/components/ui/page-links';
import { databaseNow } from '@/lib/core/clock';
import type { StaffActor } from '@/lib/core/staff-permissions';
import { listMerchantNames } from '@/lib/merchants/list-merchant-names';
import { findOrders } from '@/lib/support/find-orders';
import { isEmpty, type OrderSearch, readOrderSearch } from '@/lib/support/search-rules';
import { addressOf, isUnread, type Typed } from './typed';

export interface Asked {
  q?: string;
  amount?: bigint;
  at?: Date;
  phone?: string;
  card?: string;
  before?: string;
}

/** What fits all that was given; the latest orders where nothing was. */
export async function FoundOrders({
  asked,
  typed,
  by,
}: {
  asked: Asked;
  typed: Typed;
  by: StaffActor;
}) {
  const t = await getTranslations('officeOrders.find');
  const { q, amount, at, phone, card, before } = asked;
  const unread = Object.entries({ amount, at, phone, card }).filter(([name, read]) =>
    isUnread(typed, name, read),
  );
  const read = readOrderSearch(q ?? '', await databaseNow());
  if (!read || unread.length > 0) return <Card className="text-soft">{t('unread')}</Card>;
  const search: OrderSearch = {
    ...read,
    ...(amount === undefined ? {} : { amountMinor: amount }),
    ...(at ? { minute: at } : {}),
    ...(phone ? { phoneTail: phone } : {}),
    ...(card ? { cardTail: card } : {}),
  };
  const { orders, next, tooVague } = await findOrders({ ...search, by, before });
  if (tooVague) return <Card className="text-soft">{t('tooVague')}</Card>;
  const all = isEmpty(search);
  if (orders.length === 0)
    return <Card className="text-soft">{all ? t('noneYet') : t('none')}</Card>;
  const names = await listMerchantNames([...new Set(orders.map((one) => one.merchantId))]);
  const language = (await getLocale()) === 'en' ? 'en' : 'zh';
  return (
    <Card flush>
      <h2 className="px-5 pt-5 pb-2 text-lg font-semibold sm:px-6">
        {all ? t('latest') : t('found')}
      </h2>
      <FoundOrdersTable
        orders={orders.map((order) => ({
          ...order,
          merchantName: names.get(order.merchantId)?.[language] ?? order.merchantId,
        }))}
      />
      <PageLinks
        newest={before ? { href: addressOf(typed), label: t('newest') } : null}
        more={next ? { href: addressOf(typed, { before: next }), label: t('older') } : null}
      />
    </Card>
  );
}
