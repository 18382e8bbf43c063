import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { TopicPage, topicMetadata } from '../topic-page';
import { isTopic, type Topic } from '../topics';

interface Props {
  params: Promise<{ topic: string }>;
}

/** The first article has the shorter address alone. */
async function topicOf({ params }: Props): Promise<Topic> {
  const { topic } = await params;
  return isTopic(topic) && topic !== 'quick-start' ? topic : notFound();
}

export const generateMetadata = async (props: Props): Promise<Metadata> =>
  topicMetadata(await topicOf(props));

export default async function DocsTopicPage(props: Props) {
  return <TopicPage topic={await topicOf(props)} />;
}
