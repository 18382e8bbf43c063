import { getLocale, getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { Notice } from '@/components/ui/notice';
import type { BooksReport } from '@/lib/ledger/check-books';

/** Do the books add up, and over how much. */
export async function Books({ report }: { report: BooksReport }) {
  const t = await getTranslations('office.books');
  const count = new Intl.NumberFormat(await getLocale());
  const { findings, entries, accounts } = report;
  return (
    <Card id="books" className="grid gap-4">
      <h2 className="text-lg font-semibold">{t('title')}</h2>
      {findings.length === 0 ? (
        <Notice tone="ok">{t('balanced')}</Notice>
      ) : (
        <Notice tone="bad" title={t('found', { count: findings.length })}>
          <ul aria-label={t('findings')}>
            {findings.map(({ code, detail }) => (
              <li key={`${code} ${detail}`} className="break-all">
                <code className="font-mono">{code}</code> {detail}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <DescriptionList
        items={[
          { term: t('entries'), detail: count.format(entries) },
          { term: t('accounts'), detail: count.format(accounts) },
        ]}
      />
    </Card>
  );
}
