import { present } from '@/lib/core/assert';
import { timeOf } from '@/lib/core/beijing';
import { Refusal } from '@/lib/core/errors';
import { passwordMatches } from '@/lib/core/password';
import {
  FAILURES_TO_ADVISE,
  forgiveFailures,
  MOST_FAILURES,
  selectPasswordState,
  takePasswordTry,
} from './store';

/**
 * Returns when the password is right. Five wrong answers in a row lock it for half an hour, however
 * many arrive at the same moment. The slow hash runs outside any transaction.
 *
 * @throws Refusal payment_password_unset, payment_password_wrong {left}, from the third wrong answer
 * on payment_password_wrong_again {left}, payment_password_locked {until}: Beijing's time of day
 */
export async function checkPaymentPassword(given: {
  customerId: string;
  password: string;
}): Promise<void> {
  const taken = await takePasswordTry(given.customerId);
  if (!taken) throw await whyNoTry(given.customerId);
  if (await passwordMatches(given.password, taken.hash)) return forgiveFailures(given.customerId);
  const { failures, lockedUntil } = taken;
  if (lockedUntil) throw locked(lockedUntil);
  const code =
    failures < FAILURES_TO_ADVISE ? 'payment_password_wrong' : 'payment_password_wrong_again';
  throw new Refusal(code, { left: MOST_FAILURES - failures });
}

async function whyNoTry(customerId: string): Promise<Refusal> {
  const state = present(await selectPasswordState(customerId), `customer ${customerId}`);
  return state.passwordSet ? locked(state.lockedUntil) : new Refusal('payment_password_unset');
}

const locked = (until: Date): Refusal =>
  new Refusal('payment_password_locked', { until: timeOf(until) });
