import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { Moment } from '@/components/ui/moment';
import { formatMoney } from '@/lib/money/format-money';
import { listRefundRequests } from '@/lib/refunds/list-refund-requests';
import type { RefundRequest } from '@/lib/refunds/refund-request';
import { DecideForms } from './decide-forms';

/** What the order's shopper asks for and waits for; nothing where nothing does. */
export async function OpenRequests({ orderId }: { orderId: string }) {
  const requests = await listRefundRequests({ orderId });
  return requests
    .filter(({ state }) => state === 'requested')
    .map((request) => <OpenRequest key={request.refundId} request={request} />);
}

async function OpenRequest({ request }: { request: RefundRequest }) {
  const [t, reason] = await Promise.all([
    getTranslations('refunds.decide'),
    getTranslations('refunds.reason'),
  ]);
  const { refundId, orderId, askedAt, words, proof } = request;
  const amount = formatMoney(request.amount);
  return (
    <Card className="grid gap-4" id={refundId}>
      <h2 className="text-lg font-semibold">{t('title', { amount })}</h2>
      <DescriptionList
        items={[
          { term: t('reason'), detail: reason(request.reason) },
          ...(words ? [{ term: t('words'), detail: words }] : []),
          { term: t('proof.title'), detail: t(`proof.${proof}`) },
          { term: t('askedAt'), detail: <Moment at={askedAt} /> },
        ]}
      />
      <DecideForms
        orderId={orderId}
        refundId={refundId}
        words={{
          approve: t('approve', { amount }),
          approving: t('approving'),
          decline: t('decline'),
          declineWhy: t('declineWhy'),
          declineHint: t('declineHint'),
          declineNow: t('declineNow'),
          declining: t('declining'),
          broken: t('broken'),
        }}
      />
    </Card>
  );
}
