import { getLocale, getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { Moment } from '@/components/ui/moment';
import { TextLink } from '@/components/ui/text-link';
import type { EntryDetail } from '@/lib/ledger/entry-detail';
import { listEntries } from '@/lib/ledger/list-entries';

/** What else was booked for the same order, payout or settlement, newest first. */
export async function SameReference({ entry }: { entry: EntryDetail }) {
  const t = await getTranslations('office.entry');
  const english = (await getLocale()) === 'en';
  const { entries } = await listEntries({ businessRef: entry.businessRef, limit: 20 });
  const others = entries.filter(({ id }) => id !== entry.id);
  if (others.length === 0) return null;
  return (
    <Card className="grid gap-3">
      <h2 className="text-lg font-semibold">{t('others')}</h2>
      <ul className="grid gap-3 text-sm">
        {others.map(({ id, postedAt, sentence }) => (
          <li key={id} className="grid gap-x-4 sm:grid-cols-[auto_1fr]">
            <span className="text-soft">
              <Moment at={postedAt} />
            </span>
            <TextLink href={`/office/ledger/entries/${id}`}>
              {english ? sentence.en : sentence.zh}
            </TextLink>
          </li>
        ))}
      </ul>
    </Card>
  );
}
