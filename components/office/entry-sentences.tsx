import { useLocale } from 'next-intl';
import { Moment } from '@/components/ui/moment';
import { TextLink } from '@/components/ui/text-link';
import type { EntryDetail } from '@/lib/ledger/entry-detail';

/** Entries in words, each with its moment and the way to its lines. */
export function EntrySentences({
  entries,
}: {
  entries: readonly Pick<EntryDetail, 'id' | 'postedAt' | 'sentence'>[];
}) {
  const english = useLocale() === 'en';
  return (
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
  );
}
