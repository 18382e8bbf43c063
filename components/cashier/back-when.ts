import type { CashierView } from '@/lib/payments/cashier-view';

/** Whether the merchant has been told by its webhook; none: there is nowhere to tell it. */
export type Told = 'told' | 'pending' | 'none';

/** So long after the payment the way back waits for the merchant to be told. */
const MOST_WAIT_MS = 5_000;
/** A page that is opened later is there to be read. */
const JUST_PAID_MS = 10 * 60_000;

type Facts = Pick<CashierView, 'now' | 'leftBehind' | 'returnUrl'> & {
  order: Pick<CashierView['order'], 'paidAt'>;
};

/**
 * Does the page lead back by itself, and how long may it still wait for the merchant's webhook? By the
 * server's clock. Not where something else is to be read: money that comes back.
 */
export function backWhen(
  { order, now, leftBehind, returnUrl }: Facts,
  told: Told,
): { url: string; waitMs: number } | undefined {
  if (!order.paidAt || returnUrl === null || leftBehind.length > 0) return undefined;
  const paidForMs = now.getTime() - order.paidAt.getTime();
  if (paidForMs > JUST_PAID_MS) return undefined;
  return { url: returnUrl, waitMs: told === 'pending' ? Math.max(0, MOST_WAIT_MS - paidForMs) : 0 };
}
