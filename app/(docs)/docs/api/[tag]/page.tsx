import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { TAGS, type Tag } from '@/lib/api/operation';
import { DocsFrame } from '../../docs-frame';
import { tagHref, tagSlug } from '../../topics';
import { referenceCalls } from '../reference';
import { ReferenceEntry } from '../reference-entry';
import { callWords } from '../reference-words';

interface Props {
  params: Promise<{ tag: string }>;
}

async function tagOf({ params }: Props): Promise<Tag> {
  const { tag: slug } = await params;
  return TAGS.find((tag) => tagSlug(tag) === slug) ?? notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [t, tag] = await Promise.all([getTranslations('docs.tags'), tagOf(props)]);
  return { title: t(tag) };
}

/** The calls of one kind of thing. */
export default async function ReferenceTagPage(props: Props) {
  const tag = await tagOf(props);
  const [t, locale] = await Promise.all([getTranslations('docs.tags'), getLocale()]);
  const calls = referenceCalls().filter((call) => call.tag === tag);
  if (calls.length === 0) notFound();
  const sections = calls.map((call) => ({ id: call.id, title: callWords(call, locale).summary }));
  return (
    <DocsFrame current={tagHref(tag)} sections={sections}>
      <article className="docs-text">
        <h1 className="text-2xl font-bold">{t(tag)}</h1>
        {calls.map((call) => (
          <ReferenceEntry key={call.id} call={call} />
        ))}
      </article>
    </DocsFrame>
  );
}
