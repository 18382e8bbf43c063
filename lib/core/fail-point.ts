import { env } from './env';

/** Moments at which a test lets the process die, as a power cut would. */
export type FailPoint =
  | 'pay.committed'
  | 'pay.answered'
  | 'refund.committed'
  | 'refund.answered'
  | 'migration.signed'
  | 'payout.committed'
  | 'payout.answered'
  | 'sign.committed'
  | 'sign.answered'
  | 'end.committed';

/** Ends this process at once where FAIL_POINT names the moment; does nothing outside of tests. */
export function failPoint(name: FailPoint): void {
  if (env().CASHIER_ENV === 'test' && env().FAIL_POINT === name) {
    process.kill(process.pid, 'SIGKILL');
  }
}
