import { assert } from '@/lib/core/assert';
import type { Tx } from '@/lib/core/db';
import { insertPaymentPassword } from './store';

/**
 * Gives an account its first payment password, already hashed: the slow hash has no place inside a
 * transaction. An account that has one keeps it; replacing is setPaymentPassword's, after a proof.
 */
export async function keepFirstPassword(
  tx: Tx,
  { customerId, passwordHash }: { customerId: string; passwordHash: string },
): Promise<'kept' | 'had_one'> {
  assert(passwordHash.startsWith('scrypt$'), 'a password that is not hashed');
  return (await insertPaymentPassword(tx, customerId, passwordHash)) ? 'kept' : 'had_one';
}
