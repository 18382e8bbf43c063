import { getTranslations } from 'next-intl/server';
import { DocsTable } from '@/components/docs/docs-table';
import { EVENT_TOPICS } from '@/lib/core/event-topics';

/** Everything that an endpoint can be told. */
export async function TopicsTable() {
  const [t, words] = await Promise.all([
    getTranslations('docs.topicsTable'),
    getTranslations('webhooks.topics'),
  ]);
  return (
    <DocsTable
      label={t('label')}
      head={[t('type'), t('meaning')]}
      rows={EVENT_TOPICS.map((topic) => ({
        id: topic,
        cells: [
          <code key="topic" translate="no">
            {topic}
          </code>,
          words(topic.replace('.', '_')),
        ],
      }))}
    />
  );
}
