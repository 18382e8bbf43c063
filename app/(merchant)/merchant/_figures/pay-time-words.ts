import { getTranslations } from 'next-intl/server';
import { middleSpan, PAY_SPANS } from '@/lib/insights/rules';

/** Says within what time half of some payments were made; undefined where there was none. */
export async function payTimeWords(): Promise<(payTimes: readonly number[]) => string | undefined> {
  const t = await getTranslations('merchantFigures.tiles');
  return (payTimes) => {
    const span = middleSpan(payTimes);
    if (span === undefined) return undefined;
    const seconds = PAY_SPANS[span];
    return seconds === undefined
      ? t('longer', { seconds: PAY_SPANS.at(-1) ?? 0 })
      : t('within', { seconds });
  };
}
