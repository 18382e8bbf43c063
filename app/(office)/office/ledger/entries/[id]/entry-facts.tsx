import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { Moment } from '@/components/ui/moment';
import { TextLink } from '@/components/ui/text-link';
import type { EntryDetail } from '@/lib/ledger/entry-detail';

/** When and for what it was booked, and what took what back. */
export async function EntryFacts({ entry }: { entry: EntryDetail }) {
  const t = await getTranslations('office.entry');
  const code = (text: string) => <code className="font-mono text-xs">{text}</code>;
  const link = (id: string, words: string) => (
    <TextLink href={`/office/ledger/entries/${id}`}>{words}</TextLink>
  );
  return (
    <Card>
      <div className="max-w-2xl">
        <DescriptionList
          items={[
            { term: t('postedAt'), detail: <Moment at={entry.postedAt} /> },
            { term: t('day'), detail: entry.accountingDate },
            { term: t('ref'), detail: code(entry.businessRef) },
            { term: t('id'), detail: code(entry.id) },
            { term: t('key'), detail: code(entry.entryKey) },
            ...(entry.reverses
              ? [{ term: t('reverses'), detail: link(entry.reverses, t('seeOriginal')) }]
              : []),
            ...(entry.reversedBy
              ? [{ term: t('reversedBy'), detail: link(entry.reversedBy, t('seeReversal')) }]
              : []),
          ]}
        />
      </div>
    </Card>
  );
}
