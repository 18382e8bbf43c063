import type { Money } from './money';

/** "68.00": exact, two decimals, thousands grouped. */
export function formatAmount(money: Money): string {
  const negative = money.amountMinor < 0n;
  const minor = negative ? -money.amountMinor : money.amountMinor;
  const yuan = (minor / 100n).toString().replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return `${negative ? '-' : ''}${yuan}.${(minor % 100n).toString().padStart(2, '0')}`;
}

/** "1234.00", as files have it. */
export const plainAmount = (money: Money): string => formatAmount(money).replaceAll(',', '');

/** "¥68.00" */
export const formatMoney = (money: Money): string =>
  money.amountMinor < 0n
    ? `-¥${formatAmount({ ...money, amountMinor: -money.amountMinor })}`
    : `¥${formatAmount(money)}`;
