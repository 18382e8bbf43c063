import { getTranslations } from 'next-intl/server';
import { EntrySentences } from '@/components/office/entry-sentences';
import { Card } from '@/components/ui/card';
import { listEntries } from '@/lib/ledger/list-entries';

/** What was booked for the order and its refunds, oldest first, each with the way to its lines. */
export async function Entries({ references }: { references: readonly string[] }) {
  const t = await getTranslations('office.attempt');
  const pages = await Promise.all(references.map((businessRef) => listEntries({ businessRef })));
  const entries = pages
    .flatMap((page) => page.entries)
    .sort((a, b) => a.postedAt.getTime() - b.postedAt.getTime());
  return (
    <Card className="grid gap-3">
      <h2 className="text-lg font-semibold">{t('entries')}</h2>
      {entries.length === 0 ? <p className="text-sm text-soft">{t('entriesNone')}</p> : null}
      <EntrySentences entries={entries} />
    </Card>
  );
}
