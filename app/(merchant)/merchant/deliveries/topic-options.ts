import { getTranslations } from 'next-intl/server';
import { EVENT_TOPICS } from '@/lib/core/event-topics';
import { topicName } from '../endpoints/topic-fields';

/** Every topic with its words, to choose one of. */
export async function topicOptions(): Promise<{ value: string; label: string }[]> {
  const t = await getTranslations('webhooks.topics');
  return EVENT_TOPICS.map((value) => ({ value, label: `${value} · ${t(topicName(value))}` }));
}
