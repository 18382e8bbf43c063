import { getTranslations } from 'next-intl/server';
import { RefundRequestsTable } from '@/components/merchant/refund-requests-table';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import { countRequests } from '@/lib/refunds/count-requests';
import { listOpenRequests } from '@/lib/refunds/list-open-requests';

/** That shoppers wait for this merchant, and how many; nothing where nobody does. */
export async function RequestsNotice({ merchantId }: { merchantId: string }) {
  const count = await countRequests({ merchantId });
  if (count === 0) return null;
  const t = await getTranslations('refunds.requests');
  return (
    <Notice tone="warn">
      {t('open', { count })} <TextLink href="/merchant/orders?requests=open">{t('show')}</TextLink>
    </Notice>
  );
}

/** The requests that wait, each with the way to its order. */
export async function WaitingRequests({ merchantId }: { merchantId: string }) {
  const t = await getTranslations('refunds.requests');
  const requests = await listOpenRequests({ merchantId });
  return (
    <>
      <p>
        <TextLink href="/merchant/orders">{t('all')}</TextLink>
      </p>
      {requests.length === 0 ? (
        <Card className="text-soft">{t('none')}</Card>
      ) : (
        <Card flush className="py-2">
          <h2 className="px-5 pt-4 pb-2 text-lg font-semibold sm:px-6">{t('title')}</h2>
          <RefundRequestsTable requests={requests} />
        </Card>
      )}
    </>
  );
}
