import { getLocale, getTranslations } from 'next-intl/server';
import { Notice } from '@/components/ui/notice';
import { refusalText } from '@/lib/core/errors';
import { REFUSALS, type RefusalCode } from '@/lib/core/refusals';
import { getLimits } from '@/lib/merchants/get-limits';
import { LEAST_SIDE, MOST_LOGO_BYTES, MOST_SIDE } from '@/lib/merchants/logo-rules';
import { formatMoney } from '@/lib/money/format-money';

const isRefusalCode = (text: unknown): text is RefusalCode =>
  typeof text === 'string' && Object.hasOwn(REFUSALS, text);

const DONE = ['logo', 'removed', 'colour'] as const;

/** What became of what was just sent; the words are the tables', never the address's. */
export async function JustDone({
  merchantId,
  query,
}: {
  merchantId: string;
  query: Record<string, string | string[] | undefined>;
}) {
  const t = await getTranslations('merchant.appearance');
  const { refused, broken } = query;
  if (refused === 'day_limit_reached') return <NoPreview merchantId={merchantId} />;
  if (isRefusalCode(refused)) {
    const locale = (await getLocale()) === 'en' ? 'en' : 'zh-CN';
    return (
      <Notice tone="bad" role="alert" title={t('refused')}>
        {refusalText(refused, locale, {
          least: LEAST_SIDE,
          most: refused === 'logo_too_heavy' ? MOST_LOGO_BYTES / 1_024 : MOST_SIDE,
          width: Number(query.width) || 0,
          height: Number(query.height) || 0,
        })}
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
  const done = DONE.find((one) => one === query.done);
  if (!done) return null;
  return (
    <Notice tone="ok" role="status">
      {t(`done.${done}`)}
    </Notice>
  );
}

/** The preview is an order, too: under the merchant's own limit of a day there is room for it or not. */
async function NoPreview({ merchantId }: { merchantId: string }) {
  const locale = (await getLocale()) === 'en' ? 'en' : 'zh-CN';
  const { dayMost } = await getLimits(merchantId);
  return (
    <Notice tone="bad" role="alert">
      {refusalText('day_limit_reached', locale, { most: dayMost ? formatMoney(dayMost) : '' })}
    </Notice>
  );
}
