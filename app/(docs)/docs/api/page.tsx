import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { DocsTable } from '@/components/docs/docs-table';
import { TAGS } from '@/lib/api/operation';
import { NEWEST_VERSION } from '@/lib/api/version-rules';
import { DocsFrame } from '../docs-frame';
import { tagHref, tagSlug } from '../topics';
import { referenceCalls } from './reference';
import { callWords } from './reference-words';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('docs.reference'))('title') };
}

/** Every call, and where it is described. */
export default async function ReferencePage() {
  const [t, locale] = await Promise.all([getTranslations('docs'), getLocale()]);
  const tags = TAGS.filter((tag) => referenceCalls().some((call) => call.tag === tag));
  const sections = tags.map((tag) => ({ id: tagSlug(tag), tag, title: t(`tags.${tag}`) }));
  return (
    <DocsFrame current="/docs/api" sections={sections}>
      <article className="docs-text">
        <h1 className="text-2xl font-bold">{t('reference.title')}</h1>
        <p className="text-lg text-soft">{t('reference.lead')}</p>
        <p>
          {t('reference.version', { version: NEWEST_VERSION })} ·{' '}
          <a href="/api/openapi.json">{t('reference.openapi')}</a>
        </p>
        {sections.map(({ id, tag, title }) => (
          <section key={id}>
            <h2 id={id}>{title}</h2>
            <DocsTable
              label={title}
              head={[t('reference.call'), t('reference.what')]}
              rows={referenceCalls()
                .filter((call) => call.tag === tag)
                .map((call) => ({
                  cells: [
                    <code key="call" translate="no" className="font-mono text-xs">
                      {call.method} {call.path}
                    </code>,
                    <a key="what" href={`${tagHref(tag)}#${call.id}`}>
                      {callWords(call, locale).summary}
                    </a>,
                  ],
                }))}
            />
          </section>
        ))}
      </article>
    </DocsFrame>
  );
}
