import { keepUserPhone } from '@/lib/auth/keep-user-phone';
import { maskPhone } from '@/lib/auth/rules';
import { keyedHash } from '@/lib/core/crypto';
import { db } from '@/lib/core/db';
import { newId, newSortableNumber } from '@/lib/core/ids';
import { inTransaction } from '@/lib/core/unit-of-work';
import { ensureCustomer } from '@/lib/customers/ensure-customer';
import { setPaymentPassword } from '@/lib/customers/set-payment-password';
import { postEntry } from '@/lib/ledger/post-entry';
import { cny } from '@/lib/money/money';

/** A shopper who signed in once with that phone. */
export async function seedShopper(phone: string): Promise<{ userId: string }> {
  const userId = newId('usr');
  const phoneMasked = maskPhone(phone);
  await db().user.create({
    data: {
      id: userId,
      role: 'shopper',
      displayName: phoneMasked,
      phoneHash: keyedHash('phone', phone),
      phoneMasked,
    },
    select: { id: true },
  });
  await inTransaction((tx) => keepUserPhone(tx, { userId, phone }));
  return { userId };
}

/** A merchant's customer with money on the balance (a real entry) and a payment password. */
export async function seedCustomer({
  merchantId,
  reference = `c${newSortableNumber()}`,
  userId,
  balanceMinor = 10_000n,
  paymentPassword = '135790',
}: {
  merchantId: string;
  reference?: string;
  userId?: string;
  balanceMinor?: bigint;
  /** Null for one who has set none. */
  paymentPassword?: string | null;
}): Promise<{ customerId: string; reference: string }> {
  const { customerId } = await ensureCustomer({ merchantId, reference, userId });
  if (paymentPassword !== null) await setPaymentPassword({ customerId, password: paymentPassword });
  if (balanceMinor > 0n) {
    await inTransaction((tx) =>
      postEntry(tx, {
        event: 'top_up',
        entryKey: `test:top-up:${customerId}`,
        businessRef: `test:top-up:${customerId}`,
        amount: cny(balanceMinor),
        customerId,
      }),
    );
  }
  return { customerId, reference };
}
