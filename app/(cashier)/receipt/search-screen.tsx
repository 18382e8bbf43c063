import { getTranslations } from 'next-intl/server';
import { PageFrame } from '@/app/_server/page-frame';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { SearchForm } from './search-form';

/**
 * Why the search is here again. over: what was found has been shown for as long as it may be. updated: the
 * form was an earlier build's, and nothing was looked for.
 */
export const TOLD = ['over', 'updated'] as const;
export type Told = (typeof TOLD)[number];

/** Which order, and the tail of whose phone. */
export async function SearchScreen({ told }: { told: Told | undefined }) {
  const [t, common] = await Promise.all([
    getTranslations('receipt.tracker'),
    getTranslations('common'),
  ]);
  const words = {
    orderNo: t('orderNo'),
    orderNoHint: t('orderNoHint', { prefix: 'ord_' }),
    tail: t('tail'),
    tailHint: t('tailHint'),
    submit: t('submit'),
    pending: t('pending'),
    broken: t('broken'),
  };
  return (
    <PageFrame brand={common('product')} width="narrow">
      <div className="grid gap-2 pt-6 pb-5">
        <h1 className="text-2xl font-bold">{t('title')}</h1>
        <p className="text-soft">{t('lead')}</p>
      </div>
      <div className="grid gap-4">
        {told ? <Notice tone="warn">{t(told)}</Notice> : null}
        <Card>
          <SearchForm words={words} />
        </Card>
        <p className="text-sm text-soft">{t('noPhone')}</p>
      </div>
    </PageFrame>
  );
}
