import { getTranslations } from 'next-intl/server';
import { EntrySentences } from '@/components/office/entry-sentences';
import { Card } from '@/components/ui/card';
import type { EntryDetail } from '@/lib/ledger/entry-detail';
import { listEntries } from '@/lib/ledger/list-entries';

/** What else was booked for the same order, payout or settlement, newest first. */
export async function SameReference({ entry }: { entry: EntryDetail }) {
  const t = await getTranslations('office.entry');
  const { entries } = await listEntries({ businessRef: entry.businessRef, limit: 20 });
  const others = entries.filter(({ id }) => id !== entry.id);
  if (others.length === 0) return null;
  return (
    <Card className="grid gap-3">
      <h2 className="text-lg font-semibold">{t('others')}</h2>
      <EntrySentences entries={others} />
    </Card>
  );
}
