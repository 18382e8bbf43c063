import { getLocale, getTranslations } from 'next-intl/server';
import { Notice } from '@/components/ui/notice';
import type { CatalogueKind } from '@/lib/carriers/catalogue';
import { CATALOGUE_BOUNDS, columnsOf } from '@/lib/carriers/catalogue-rules';
import { refusalText } from '@/lib/core/errors';
import { REFUSALS, type RefusalCode } from '@/lib/core/refusals';

const isRefusalCode = (text: unknown): text is RefusalCode =>
  typeof text === 'string' && Object.hasOwn(REFUSALS, text);

/** What became of what the person just did; the words are the table's, never the address's. */
export async function Outcome({
  done: { applied, lifted },
  query: { refused, line, broken },
}: {
  done: { applied?: CatalogueKind; lifted?: string };
  query: Record<string, string | string[] | undefined>;
}) {
  const t = await getTranslations('officeCarriers');
  if (isRefusalCode(refused)) {
    const locale = (await getLocale()) === 'en' ? 'en' : 'zh-CN';
    const facts = {
      line: Number(line) || 1,
      most: CATALOGUE_BOUNDS.lines,
      columns: `${columnsOf('lines').join(', ')} / ${columnsOf('ranges').join(', ')}`,
    };
    return (
      <Notice tone="bad" role="alert" title={t('refused')}>
        <span className="wrap-anywhere">{refusalText(refused, locale, facts)}</span>
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
  const words = applied ? t(`applied.${applied}`) : lifted && t('lifted');
  if (!words) return null;
  return (
    <Notice tone="ok" role="status">
      {words}
    </Notice>
  );
}
