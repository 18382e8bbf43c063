import { getLocale, getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { Moment } from '@/components/ui/moment';
import { TextLink } from '@/components/ui/text-link';
import { listEntries } from '@/lib/ledger/list-entries';

/** What was booked for the order and its refunds, oldest first, each with the way to its lines. */
export async function Entries({ references }: { references: readonly string[] }) {
  const t = await getTranslations('office.attempt');
  const english = (await getLocale()) === 'en';
  const pages = await Promise.all(references.map((businessRef) => listEntries({ businessRef })));
  const entries = pages
    .flatMap((page) => page.entries)
    .sort((a, b) => a.postedAt.getTime() - b.postedAt.getTime());
  return (
    <Card className="grid gap-3">
      <h2 className="text-lg font-semibold">{t('entries')}</h2>
      {entries.length === 0 ? <p className="text-sm text-soft">{t('entriesNone')}</p> : null}
      <ul className="grid gap-3 text-sm">
        {entries.map(({ id, postedAt, sentence }) => (
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
