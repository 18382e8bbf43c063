import { getTranslations } from 'next-intl/server';
import { DeliveryBadge } from '@/components/merchant/delivery-badge';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { Moment } from '@/components/ui/moment';
import { TextLink } from '@/components/ui/text-link';
import type { ListedDelivery } from '@/lib/webhooks/delivery';
import { topicOptions } from '../topic-options';
import { ResendForm } from './resend-form';

/** Which event it is, whether it has arrived, and the way to send it again. */
export async function DeliveryFacts({
  delivery,
  mayResend,
}: {
  delivery: ListedDelivery;
  mayResend: boolean;
}) {
  const t = await getTranslations('developers.deliveries');
  const { id, topic, objectId, eventId, endpointId, nextTryAt, deliveredAt } = delivery;
  const known = (await topicOptions()).find(({ value }) => value === topic);
  return (
    <Card className="grid gap-5">
      <DescriptionList
        items={[
          { term: t('state'), detail: <DeliveryBadge state={delivery.state} /> },
          { term: t('topic'), detail: known?.label ?? topic },
          ...(objectId
            ? [{ term: t('object'), detail: <code className="text-xs">{objectId}</code> }]
            : []),
          { term: t('event'), detail: <code className="text-xs">{eventId}</code> },
          {
            term: t('endpoint'),
            detail: <TextLink href={`/merchant/endpoints/${endpointId}`}>{delivery.url}</TextLink>,
          },
          { term: t('at'), detail: <Moment at={delivery.createdAt} /> },
          ...(deliveredAt ? [{ term: t('deliveredAt'), detail: <Moment at={deliveredAt} /> }] : []),
          ...(delivery.state === 'pending'
            ? [{ term: t('next'), detail: nextTryAt ? <Moment at={nextTryAt} /> : t('waits') }]
            : []),
        ]}
      />
      {mayResend ? (
        <ResendForm
          deliveryId={id}
          words={{ submit: t('resend'), pending: t('pending'), broken: t('broken') }}
        />
      ) : null}
    </Card>
  );
}
