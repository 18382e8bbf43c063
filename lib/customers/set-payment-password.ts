import { assert } from '@/lib/core/assert';
import { Refusal } from '@/lib/core/errors';
import { hashPassword } from '@/lib/core/password';
import { paymentPasswordSchema } from './schema';
import { updatePaymentPassword } from './store';

/**
 * Sets or replaces the payment password and ends a lock. The caller has made sure that it is the
 * owner who asks.
 *
 * @throws Refusal invalid_request unless it is six digits
 */
export async function setPaymentPassword(given: {
  customerId: string;
  password: string;
}): Promise<void> {
  const parsed = paymentPasswordSchema.safeParse(given.password);
  if (!parsed.success) {
    throw new Refusal('invalid_request', {}, [{ path: 'password', problem: 'six digits' }]);
  }
  const changed = await updatePaymentPassword(given.customerId, await hashPassword(parsed.data));
  assert(changed === 1, `customer ${given.customerId} is missing`);
}
