import type { CashierView } from '@/lib/payments/cashier-view';

/** Whoever has scanned and not gone on for so long has put the phone away. */
const RECENT_MS = 15 * 60_000;

export const HANDOFF_STAGES = ['scanned', 'paying', 'paid'] as const;
export type HandoffStage = (typeof HANDOFF_STAGES)[number];

/**
 * How far the phone is that has scanned this screen's code; undefined where none has, or where somebody
 * else pays: this screen itself, or a browser that has scanned nothing.
 */
export function handoffStage({
  order,
  live,
  scannedAt,
  scannerPays,
  now,
}: Pick<CashierView, 'order' | 'live' | 'scannedAt' | 'scannerPays' | 'now'>):
  | HandoffStage
  | undefined {
  const until = order.paidAt ?? now;
  if (!scannedAt || until.getTime() - scannedAt.getTime() > RECENT_MS) return undefined;
  if (order.state === 'paid') return scannerPays ? 'paid' : undefined;
  if (live) return scannerPays && !live.here ? 'paying' : undefined;
  return order.state === 'open' ? 'scanned' : undefined;
}
