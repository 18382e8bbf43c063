import { getLocale, getTranslations } from 'next-intl/server';
import { OrderStateBadge } from '@/components/payments/payment-state';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { Moment } from '@/components/ui/moment';
import { Notice } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import { listMerchantNames } from '@/lib/merchants/list-merchant-names';
import { formatMoney } from '@/lib/money/format-money';
import type { OrderOverview } from '@/lib/support/get-order-overview';
import type { OrderQuery } from './input';

/** How much, for what, whose, where it stands, and what just happened on this page. */
export async function OrderHead({
  overview: { order, refunded, refundable },
  query,
}: {
  overview: OrderOverview;
  query: OrderQuery;
}) {
  const t = await getTranslations('officeOrders.order');
  const refundDone = (await getTranslations('refunds.agent'))('done');
  const test = (await getTranslations('testMode'))('banner');
  const language = (await getLocale()) === 'en' ? 'en' : 'zh';
  const merchant = (await listMerchantNames([order.merchantId])).get(order.merchantId);
  const none = <span className="text-faint">{t('none')}</span>;
  return (
    <>
      {query.asked ? (
        <Notice tone="ok" role="status">
          {t('asked')}
        </Notice>
      ) : null}
      {query.decided ? (
        <Notice tone="ok" role="status">
          {t('decided')}
        </Notice>
      ) : null}
      {query.refunded ? (
        <Notice tone="ok" role="status">
          {refundDone}
        </Notice>
      ) : null}
      <Card className="grid gap-x-12 gap-y-5 lg:grid-cols-[1fr_1.3fr_1fr]">
        <div className="grid content-start gap-2">
          <p className="flex flex-wrap gap-1.5">
            <OrderStateBadge state={order.state} />
            {merchant?.mode === 'test' ? <Badge tone="warn">{test}</Badge> : null}
          </p>
          <p className="text-3xl font-semibold tabular-nums">{formatMoney(order.amount)}</p>
          <p className="text-soft">{order.subject}</p>
        </div>
        <DescriptionList
          items={[
            { term: t('merchant'), detail: merchant?.[language] ?? order.merchantId },
            { term: t('id'), detail: <code className="font-mono text-xs">{order.id}</code> },
            { term: t('customer'), detail: order.customerReference ?? none },
            {
              term: t('attempts'),
              detail: (
                <TextLink href={`/office/attempts?q=${order.id}`}>{t('attemptsAll')}</TextLink>
              ),
            },
          ]}
        />
        <DescriptionList
          items={[
            { term: t('refunded'), detail: formatMoney(refunded) },
            { term: t('refundable'), detail: formatMoney(refundable) },
            { term: t('paidAt'), detail: order.paidAt ? <Moment at={order.paidAt} /> : none },
            { term: t('expiresAt'), detail: <Moment at={order.expiresAt} /> },
          ]}
        />
      </Card>
    </>
  );
}
