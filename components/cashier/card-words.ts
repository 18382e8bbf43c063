import { formatMoney } from '@/lib/money/format-money';
import type { Money } from '@/lib/money/money';

/** "****0005": as much of a card number as tells it from others. */
export const maskedTail = (tail: string): string => `****${tail}`;

/** "¥50,000": a limit in whole yuan needs no decimals. */
export const formatLimit = (limit: Money): string => formatMoney(limit).replace(/\.00$/, '');

/** "02:00–02:30, 23:30–00:10" */
export const formatHours = (windows: readonly string[]): string =>
  windows.map((window) => window.replace('-', '–')).join(', ');
