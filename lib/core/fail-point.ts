import { env } from './env';

/** Moments at which a test lets the process die, as a power cut would. */
export type FailPoint =
  | 'pay.committed'
  | 'pay.answered'
  | 'settle.moved'
  | 'settle.committed'
  | 'confirm.committed'
  | 'confirm.answered'
  | 'refund.committed'
  | 'refund.answered'
  | 'refund.moved'
  | 'refund.settled'
  | 'migration.signed'
  | 'payout.committed'
  | 'payout.answered'
  | 'payout.moved'
  | 'payout.settled'
  | 'sign.committed'
  | 'sign.answered'
  | 'end.committed'
  | 'renew.placed'
  | 'renew.charged'
  | 'notice.kept'
  | 'notice.processed'
  | 'webhook.made'
  | 'webhook.claimed'
  | 'webhook.answered'
  | 'webhook.noted';

/** How often each was passed. */
const passed = new Map<FailPoint, number>();

/**
 * Ends this process at once where FAIL_POINT names the moment, or the moment and which time it is to be
 * ("pay.committed*3"); does nothing outside of tests. A build for real money has nothing of it:
 * next.config.mjs puts a constant in the variable's place there, and what follows is left out.
 */
export function failPoint(name: FailPoint): void {
  if (process.env.FAIL_POINTS === 'none') return;
  const { CASHIER_ENV, FAIL_POINT } = env();
  if (CASHIER_ENV !== 'test' || FAIL_POINT === undefined) return;
  const times = (passed.get(name) ?? 0) + 1;
  passed.set(name, times);
  const [moment, which = '1'] = FAIL_POINT.split('*');
  if (moment === name && times === Number(which)) process.kill(process.pid, 'SIGKILL');
}
