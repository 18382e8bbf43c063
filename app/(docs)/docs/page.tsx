import type { Metadata } from 'next';
import { TopicPage, topicMetadata } from './topic-page';

export const generateMetadata = (): Promise<Metadata> => topicMetadata('quick-start');

export default function DocsPage() {
  return <TopicPage topic="quick-start" />;
}
