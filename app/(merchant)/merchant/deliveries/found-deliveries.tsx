import { getTranslations } from 'next-intl/server';
import { DeliveriesTable } from '@/components/merchant/deliveries-table';
import { Card } from '@/components/ui/card';
import { PageLinks } from '@/components/ui/page-links';
import { addDays, momentOf } from '@/lib/core/beijing';
import { listDeliveries } from '@/lib/webhooks/list-deliveries';
import { type AskedDeliveries, deliveriesAddress } from './asked';

/** A page of what was sent, newest first. */
export async function FoundDeliveries({
  merchantId,
  asked,
}: {
  merchantId: string;
  asked: AskedDeliveries;
}) {
  const t = await getTranslations('developers.deliveries');
  const { before, ...filters } = asked;
  const { endpoint, event, topic, state, day } = filters;
  const { deliveries, next } = await listDeliveries({
    ...{ merchantId, endpointId: endpoint, eventId: event, topic, state, before },
    ...(day ? { from: momentOf(day), to: momentOf(addDays(day, 1)) } : {}),
  });
  if (deliveries.length === 0) return <Card className="text-soft">{t('none')}</Card>;
  return (
    <Card flush className="py-2">
      <DeliveriesTable deliveries={deliveries} />
      <PageLinks
        newest={before ? { href: deliveriesAddress(filters), label: t('newest') } : null}
        more={
          next ? { href: deliveriesAddress({ ...filters, before: next }), label: t('more') } : null
        }
      />
    </Card>
  );
}
