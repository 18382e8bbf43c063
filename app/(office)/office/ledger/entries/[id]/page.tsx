import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { requireStaff } from '@/app/_server/staff';
import { OfficeFrame } from '../../../office-frame';
import { EntryFacts } from './entry-facts';
import { Lines } from './lines';
import { loadEntry } from './load-entry';
import { SameReference } from './same-reference';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('office.entry'))('title') };
}

export default async function EntryPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const user = await requireStaff(
    `/office/ledger/entries/${encodeURIComponent(id)}`,
    'ledger.read',
  );
  const t = await getTranslations('office.entry');
  const entry = await loadEntry(id);
  const sentence = (await getLocale()) === 'en' ? entry.sentence.en : entry.sentence.zh;
  return (
    <OfficeFrame page="ledger" user={user} title={t('title')} lead={sentence}>
      <Lines entry={entry} />
      <EntryFacts entry={entry} />
      <SameReference entry={entry} />
    </OfficeFrame>
  );
}
