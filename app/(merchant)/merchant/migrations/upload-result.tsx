import { getLocale, getTranslations } from 'next-intl/server';
import { Notice } from '@/components/ui/notice';
import { MOST_ROWS } from '@/lib/agreement-migrations/rules';
import { refusalText } from '@/lib/core/errors';
import { REFUSALS, type RefusalCode } from '@/lib/core/refusals';

const isRefusalCode = (text: unknown): text is RefusalCode =>
  typeof text === 'string' && Object.hasOwn(REFUSALS, text);

/** What became of the file that was just sent; the words are the table's, never the address's. */
export async function UploadResult({
  query: { taken, known, refused, line, broken },
}: {
  query: Record<string, string | string[] | undefined>;
}) {
  const t = await getTranslations('merchant.migrations');
  if (isRefusalCode(refused)) {
    const locale = (await getLocale()) === 'en' ? 'en' : 'zh-CN';
    const facts = { line: Number(line) || 1, most: MOST_ROWS };
    return (
      <Notice tone="bad" role="alert" title={t('refused')}>
        {refusalText(refused, locale, facts)}
      </Notice>
    );
  }
  if (typeof broken === 'string' && /^req_[0-9a-z]{26}$/.test(broken)) {
    return (
      <Notice tone="bad" role="alert" title={t('refused')}>
        {t('broken', { reference: broken })}
      </Notice>
    );
  }
  if (!taken && !known) return null;
  return (
    <Notice tone="ok" role="status">
      {t(taken ? 'taken' : 'known')}
    </Notice>
  );
}
