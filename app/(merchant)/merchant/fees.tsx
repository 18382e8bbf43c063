import { getFormatter, getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import type { MethodCode } from '@/lib/methods/rank-methods';
import { formatMoney } from '@/lib/money/format-money';
import { listFeeTerms } from '@/lib/settlement/list-fee-terms';
import type { FeeTerms } from '@/lib/settlement/rules';

const PERCENT = { style: 'percent', maximumFractionDigits: 4 } as const;

/** What each way to pay costs the merchant. */
export async function Fees({ merchantId }: { merchantId: string }) {
  const t = await getTranslations('merchant.fees');
  const format = await getFormatter();
  const terms = await listFeeTerms(merchantId);
  const inWords = ({ rateMillionths, minimum, cap }: FeeTerms): string =>
    [
      t('rate', { rate: format.number(rateMillionths / 1_000_000, PERCENT) }),
      ...(minimum.amountMinor > 0n ? [t('minimum', { amount: formatMoney(minimum) })] : []),
      ...(cap ? [t('cap', { amount: formatMoney(cap) })] : []),
    ].join(t('and'));
  return (
    <Card className="grid gap-4">
      <h2 className="text-lg font-semibold">{t('title')}</h2>
      <DescriptionList
        items={(Object.keys(terms) as MethodCode[]).map((method) => ({
          term: t(`method.${method}`),
          detail: inWords(terms[method]),
        }))}
      />
      <p className="text-sm text-faint">{t('hint')}</p>
    </Card>
  );
}
