import { assert } from '@/lib/core/assert';
import { Refusal } from '@/lib/core/errors';
import { hashPassword } from '@/lib/core/password';
import { paymentPasswordSchema } from './schema';
import { updatePaymentPassword } from './store';

/**
 * Sets or replaces the payment password and ends a lock: of one account, or of all that a user owns,
 * whatever the merchant. The caller has made sure that it is the owner who asks.
 *
 * @throws Refusal invalid_request unless it is six digits
 */
export async function setPaymentPassword(
  given: ({ customerId: string } | { userId: string }) & { password: string },
): Promise<void> {
  const parsed = paymentPasswordSchema.safeParse(given.password);
  if (!parsed.success) {
    throw new Refusal('invalid_request', {}, [{ path: 'password', problem: 'six digits' }]);
  }
  const whose = 'userId' in given ? { userId: given.userId } : { id: given.customerId };
  const changed = await updatePaymentPassword(whose, await hashPassword(parsed.data));
  assert(changed > 0, `${Object.values(whose)} has no account`);
}
