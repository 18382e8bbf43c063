import type { Metadata } from 'next';
import { getLocale } from 'next-intl/server';
import { ArticleView } from '@/components/docs/article-view';
import { isLocale, type Locale } from '@/components/ui/locale';
import { PARTS } from './_parts/parts';
import { DocsFrame } from './docs-frame';
import { readTopic } from './read-content';
import { type Topic, topicHref } from './topics';

const reader = async (): Promise<Locale> => {
  const locale = await getLocale();
  return isLocale(locale) ? locale : 'en';
};

export async function topicMetadata(topic: Topic): Promise<Metadata> {
  const { title, lead } = readTopic(topic, await reader());
  return { title, description: lead };
}

/** An article with what the product itself puts into it. */
export async function TopicPage({ topic }: { topic: Topic }) {
  const article = readTopic(topic, await reader());
  return (
    <DocsFrame current={topicHref(topic)} sections={article.sections}>
      <ArticleView article={article} parts={PARTS} />
    </DocsFrame>
  );
}
