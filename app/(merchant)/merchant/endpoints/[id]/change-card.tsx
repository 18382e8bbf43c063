import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { isEventTopic } from '@/lib/core/event-topics';
import type { WebhookEndpoint } from '@/lib/merchants/endpoint';
import { endpointWords } from '../endpoint-words';
import { topicName } from '../topic-fields';
import { ChangeForm } from './change-form';

/** Another address, or other topics. */
export async function ChangeCard({ endpoint }: { endpoint: WebhookEndpoint }) {
  const t = await getTranslations('developers.endpoints');
  const { id, url, topics } = endpoint;
  return (
    <Card className="grid max-w-2xl gap-4">
      <h2 className="text-lg font-semibold">{t('change')}</h2>
      <ChangeForm
        endpoint={{ id, url, topics: topics.filter(isEventTopic).map(topicName) }}
        words={{ ...(await endpointWords()), submit: t('save') }}
      />
    </Card>
  );
}
