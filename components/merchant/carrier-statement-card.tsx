import { useFormatter, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { langOf } from '@/components/ui/lang-of';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import type { MerchantStatement } from '@/lib/carrier-statements/statement';
import { formatMoney } from '@/lib/money/format-money';
import { cny, type Money } from '@/lib/money/money';

const less = ({ amountMinor }: Money): string => formatMoney(cny(-amountMinor));

/** One month on one line, from what was paid to what was credited, step by step. */
export function CarrierStatementCard({ statement: one }: { statement: MerchantStatement }) {
  const t = useTranslations('carrierStatements.merchant');
  const names = useTranslations('carriers');
  const format = useFormatter();
  const step = (term: string, amount: Money, count = 0) =>
    amount.amountMinor === 0n && count === 0 ? [] : [{ term, detail: less(amount) }];
  const debts = useTranslations('carrierStatements.debts');
  const { payments, complaints, complained } = one;
  const percent = { style: 'percent', maximumFractionDigits: 2 } as const;
  const rate = payments > 0 ? format.number(complained / payments, percent) : '–';
  const paymentWords = (): string => {
    if (one.unpaid === null) return t('paid');
    const age = debts(`age.${one.unpaid}`);
    return one.unpaid === 'notDue' ? t('unpaid', { age }) : t('overdue', { age });
  };
  return (
    <Card className="grid gap-4">
      <h2 className="text-lg font-semibold">
        {t('heading', { month: one.month, carrier: names(`carrier.${one.carrier}`) })}{' '}
        <span lang={langOf(one.lineName)}>{one.lineName}</span>
      </h2>
      {one.stopped ? <Notice tone="bad">{t('stopped')}</Notice> : null}
      <DescriptionList
        items={[
          { term: t('gross', { count: payments }), detail: formatMoney(one.gross) },
          ...step(t('refunded'), one.refunded),
          ...step(t('reduction', { count: one.reductions }), one.reduction, one.reductions),
          ...step(t('badDebt', { count: one.badDebts }), one.badDebt, one.badDebts),
          ...step(t('complaint', { count: complaints }), one.complaint, complaints),
          ...step(t('share'), one.share),
          ...step(t('fee'), one.fee),
          { term: t('net'), detail: <b>{formatMoney(one.net)}</b> },
          ...(one.carried.amountMinor === 0n
            ? []
            : [{ term: t('carried'), detail: formatMoney(one.carried) }]),
          { term: t('credited'), detail: <b>{formatMoney(one.credited)}</b> },
          { term: t('due'), detail: <span className="tabular-nums">{one.dueOn}</span> },
          { term: t('payment'), detail: paymentWords() },
          ...(complained > 0
            ? [
                {
                  term: t('rate'),
                  detail: t('rateOf', { rate, complaints: complained, payments }),
                },
              ]
            : []),
        ]}
      />
      {one.net.amountMinor < 0n ? <p className="text-sm text-faint">{t('carriedHint')}</p> : null}
      <p>
        <LinkButton
          href={`/merchant/carrier-statements/${one.statementId}/lines.csv`}
          variant="quiet"
        >
          {t('download')}
        </LinkButton>
      </p>
    </Card>
  );
}
