import { present } from '@/lib/core/assert';
import { Refusal } from '@/lib/core/errors';
import { passwordMatches } from '@/lib/core/password';
import {
  forgiveFailures,
  LOCK_MINUTES,
  MOST_FAILURES,
  selectPasswordState,
  takePasswordTry,
} from './store';

/**
 * Returns when the password is right. Five wrong answers in a row lock it for half an hour, however
 * many arrive at the same moment. The slow hash runs outside any transaction.
 *
 * @throws Refusal payment_password_unset, payment_password_wrong {left},
 * payment_password_locked {minutes}
 */
export async function checkPaymentPassword(given: {
  customerId: string;
  password: string;
}): Promise<void> {
  const taken = await takePasswordTry(given.customerId);
  if (!taken) throw await whyNoTry(given.customerId);
  if (await passwordMatches(given.password, taken.hash)) return forgiveFailures(given.customerId);
  if (taken.failures >= MOST_FAILURES) {
    throw new Refusal('payment_password_locked', { minutes: LOCK_MINUTES });
  }
  throw new Refusal('payment_password_wrong', { left: MOST_FAILURES - taken.failures });
}

async function whyNoTry(customerId: string): Promise<Refusal> {
  const state = present(await selectPasswordState(customerId), `customer ${customerId}`);
  return state.passwordSet
    ? new Refusal('payment_password_locked', { minutes: state.minutesLocked })
    : new Refusal('payment_password_unset');
}
