import { useFormatter, useTranslations } from 'next-intl';
import { langOf } from '@/components/ui/lang-of';
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table';
import type { ListedLine } from '@/lib/carriers/list-catalogue';
import { formatMoney } from '@/lib/money/format-money';
import { cny } from '@/lib/money/money';

const PERCENT = { style: 'percent', maximumFractionDigits: 4 } as const;
const RATE = { style: 'percent', maximumFractionDigits: 1 } as const;

/** One row for each line; `everywhere` are all provinces there are. */
export function CarrierLinesTable({
  lines,
  everywhere,
}: {
  lines: readonly ListedLine[];
  everywhere: readonly string[];
}) {
  const t = useTranslations('officeCarriers.lines');
  const tc = useTranslations('carriers');
  const format = useFormatter();
  const yuan = (fen: bigint | null) => (fen === null ? t('noLimit') : formatMoney(cny(fen)));
  const names = (provinces: readonly string[]) =>
    provinces.map((one) => tc(`province.${one}`)).join(t('comma'));
  const coverage = ({ provinces }: ListedLine): string => {
    const open = new Set(provinces.map(({ province }) => province));
    const closed = everywhere.filter((province) => !open.has(province));
    if (closed.length === 0) return t('everywhere');
    return closed.length <= 5 ? t('except', { provinces: names(closed) }) : names([...open]);
  };
  const prices = ({ feePoints }: ListedLine, periodic: boolean): string =>
    feePoints
      .filter((point) => point.periodic === periodic)
      .sort((a, b) => Number(a.amountMinor - b.amountMinor))
      .map(({ amountMinor, provinces }) =>
        provinces.length === 0
          ? yuan(amountMinor)
          : t('priceSomewhere', { price: yuan(amountMinor), provinces: names(provinces) }),
      )
      // A line may end between two prices, and not within one: "、¥" holds together by itself.
      .join(`${t('comma')}\u200B`);
  const mostOf = (limits: readonly (bigint | null)[]): string => {
    const each = [...new Set(limits)];
    return each.length === 1 ? yuan(each[0] ?? null) : t('varies');
  };
  return (
    <Table
      label={t('title')}
      head={
        <>
          <ColumnHead>{t('line')}</ColumnHead>
          <ColumnHead>{t('coverage')}</ColumnHead>
          <ColumnHead>{t('prices')}</ColumnHead>
          <ColumnHead>{t('limits')}</ColumnHead>
          <ColumnHead>{t('terms')}</ColumnHead>
          <ColumnHead figures>{t('success')}</ColumnHead>
        </>
      }
    >
      {lines.map((line) => (
        <tr key={line.id}>
          <RowHead className="min-w-44 font-normal">
            <span className="block font-medium" lang={langOf(line.name)}>
              {line.name}
            </span>
            <span className="block text-soft">{tc(`carrier.${line.carrier}`)}</span>
            <code className="block font-mono text-xs text-faint">{line.id}</code>
            <code className="block font-mono text-xs text-faint">{line.serviceId}</code>
          </RowHead>
          <Cell className="min-w-44">
            {coverage(line)}
            <span className="block text-soft">
              {line.modes.map((mode) => tc(`mode.${mode}`)).join(t('comma'))}
            </span>
            <span className="block text-soft">{line.hours ?? t('always')}</span>
          </Cell>
          <Cell className="min-w-56 tabular-nums">
            {prices(line, false)}
            {line.feePoints.some(({ periodic }) => periodic) ? (
              <span className="block text-soft">
                {t('periodic', { prices: prices(line, true) })}
              </span>
            ) : null}
          </Cell>
          <Cell className="whitespace-nowrap tabular-nums">
            {(
              [
                ['userDay', yuan(line.userDayMinor)],
                ['userMonth', yuan(line.userMonthMinor)],
                ['provinceDay', mostOf(line.provinces.map(({ dayMinor }) => dayMinor))],
                ['provinceMonth', mostOf(line.provinces.map(({ monthMinor }) => monthMinor))],
              ] as const
            ).map(([of, limit]) => (
              <span key={of} className="block">
                {t(of, { limit })}
              </span>
            ))}
          </Cell>
          <Cell className="whitespace-nowrap tabular-nums">
            {t('share', { percent: format.number(line.shareMillionths / 1_000_000, PERCENT) })}
            <span className="block">{t('term', { days: line.termDays })}</span>
            <span className="block text-soft" lang={langOf(line.billText)}>
              {line.billText}
            </span>
          </Cell>
          <Cell figures>
            {line.decided === 0 ? t('noCharges') : format.number(line.paid / line.decided, RATE)}
            {line.decided === 0 ? null : (
              <span className="block text-soft">
                {t('charges', { paid: line.paid, decided: line.decided })}
              </span>
            )}
          </Cell>
        </tr>
      ))}
    </Table>
  );
}
