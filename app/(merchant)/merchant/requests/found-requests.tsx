import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { PageLinks } from '@/components/ui/page-links';
import { listRequests } from '@/lib/api/list-requests';
import { type AskedRequests, requestsAddress, wantedCall } from './asked';
import { RequestRow } from './request-row';

/** A page of the calls that the merchant's servers made, newest first. */
export async function FoundRequests({
  merchantId,
  asked,
}: {
  merchantId: string;
  asked: AskedRequests;
}) {
  const t = await getTranslations('developers.requests');
  const { before, ...filters } = asked;
  const { find, operation, status } = filters;
  const { requests, next } = await listRequests({
    ...{ merchantId, operation, before, ...wantedCall(find) },
    ...(status ? { statusClass: Number(status) } : {}),
  });
  if (requests.length === 0) return <Card className="text-soft">{t('none')}</Card>;
  return (
    <Card flush>
      <h2 className="sr-only">{t('calls')}</h2>
      <ul aria-label={t('title')} className="divide-y divide-line">
        {requests.map((request) => (
          <RequestRow key={request.id} request={request} open={requests.length === 1} />
        ))}
      </ul>
      <PageLinks
        ruled
        newest={before ? { href: requestsAddress(filters), label: t('newest') } : null}
        more={
          next ? { href: requestsAddress({ ...filters, before: next }), label: t('more') } : null
        }
      />
    </Card>
  );
}
