import '@/app/docs.css';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ReaderTools } from '@/app/_server/page-frame';
import { DocsShell } from '@/components/docs/docs-shell';
import { TextLink } from '@/components/ui/text-link';
import { TAGS } from '@/lib/api/operation';
import { OPERATIONS } from '@/lib/api/operations';
import { TOPICS, type Topic, tagHref, topicHref } from './topics';

/** The frame of a page of the documentation: where it stands among the others, and what is on it. */
export async function DocsFrame({
  current,
  sections,
  children,
}: {
  /** The page's own address. */
  current: string;
  sections: readonly { id: string; title: string }[];
  children: ReactNode;
}) {
  const t = await getTranslations('docs');
  const link = (href: string, label: string) => ({ href, label, current: href === current });
  const articles = (topics: readonly Topic[]) =>
    topics.map((topic) => link(topicHref(topic), t(`topics.${topic}`)));
  return (
    <DocsShell
      brand={
        <>
          {t('brand')} <span className="font-medium text-soft">{t('title')}</span>
        </>
      }
      tools={
        <>
          <TextLink href="/merchant">{t('console')}</TextLink>
          <ReaderTools />
        </>
      }
      groups={[
        { title: t('groups.start'), links: articles(TOPICS.start) },
        { title: t('groups.concepts'), links: articles(TOPICS.concepts) },
        {
          title: t('groups.reference'),
          links: [
            link('/docs/api', t('topics.api')),
            ...TAGS.filter((tag) => OPERATIONS.some((one) => one.tag === tag)).map((tag) =>
              link(tagHref(tag), t(`tags.${tag}`)),
            ),
          ],
        },
      ]}
      sections={sections}
      words={{
        skip: t('skip'),
        nav: t('nav'),
        menu: t('menu'),
        onThisPage: t('onThisPage'),
      }}
    >
      {children}
    </DocsShell>
  );
}
