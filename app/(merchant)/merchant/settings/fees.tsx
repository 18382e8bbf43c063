import { getFormatter, getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import type { MethodCode } from '@/lib/methods/rank-methods';
import { formatMoney } from '@/lib/money/format-money';
import { listFeeTerms } from '@/lib/settlement/list-fee-terms';
import type { FeeCard, FeeTerms } from '@/lib/settlement/rules';

const PERCENT = { style: 'percent', maximumFractionDigits: 4 } as const;

const CARDS: readonly FeeCard[] = ['debit', 'credit', 'any'];

/** What each way to pay costs the merchant, by kind of card where that makes a difference. */
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
        items={(Object.keys(terms) as MethodCode[]).flatMap((method) => {
          const agreed = CARDS.flatMap((card) => {
            const found = terms[method][card];
            return found ? [{ card, detail: inWords(found) }] : [];
          });
          const name = t(`method.${method}`);
          return agreed.map(({ card, detail }) => ({
            term: agreed.length === 1 ? name : t(`ofCard.${card}`, { method: name }),
            detail,
          }));
        })}
      />
      <p className="text-sm text-faint">{t('hint')}</p>
    </Card>
  );
}
