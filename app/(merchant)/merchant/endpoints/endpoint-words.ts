import { getTranslations } from 'next-intl/server';
import { CHOICES, topicName } from './topic-fields';

/** What the fields of an endpoint say, in the reader's language. */
export async function endpointWords() {
  const t = await getTranslations('developers.endpoints');
  const topics = await getTranslations('webhooks.topics');
  return {
    url: t('url'),
    urlHint: t('urlHint'),
    which: {
      legend: t('which.legend'),
      options: (['all', 'some'] as const).map((value) => ({ value, label: t(`which.${value}`) })),
    },
    topics: {
      legend: t('topics'),
      options: CHOICES.map((topic) => ({
        name: topicName(topic),
        topic,
        label: topics(topicName(topic)),
      })),
    },
    pending: t('pending'),
    broken: t('broken'),
  };
}
export type EndpointWords = Awaited<ReturnType<typeof endpointWords>>;
