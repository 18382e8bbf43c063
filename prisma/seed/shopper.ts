import { keepUserPhone } from '@/lib/auth/keep-user-phone';
import { maskPhone } from '@/lib/auth/rules';
import { keyedHash } from '@/lib/core/crypto';
import { db } from '@/lib/core/db';
import { newId } from '@/lib/core/ids';
import { inTransaction } from '@/lib/core/unit-of-work';
import { ensureCustomer } from '@/lib/customers/ensure-customer';
import { findAccount } from '@/lib/customers/find-account';
import { setPaymentPassword } from '@/lib/customers/set-payment-password';
import { type Shop, TEST_SHOPPER } from '@/lib/demo/shop';
import { postEntry } from '@/lib/ledger/post-entry';
import { cny } from '@/lib/money/money';
import { ensureWallet } from './wallet';

const FIRST_TOP_UP = cny(12_640n);

/** The shop's customer "alice", owned by the person with the test phone, with money to spend. */
export async function ensureShopper({ merchantId }: Shop): Promise<void> {
  const { phone, reference, paymentPassword } = TEST_SHOPPER;
  const phoneHash = keyedHash('phone', phone);
  await db().user.createMany({
    data: [
      {
        id: newId('usr'),
        role: 'shopper',
        displayName: 'Alice',
        phoneHash,
        phoneMasked: maskPhone(phone),
      },
    ],
    skipDuplicates: true,
  });
  const { id: userId } = await db().user.findUniqueOrThrow({
    where: { phoneHash },
    select: { id: true },
  });
  await inTransaction((tx) => keepUserPhone(tx, { userId, phone }));
  const { customerId } = await ensureCustomer({ merchantId, reference, userId });
  const account = await findAccount({ merchantId, reference, userId });
  if (!account?.passwordSet) await setPaymentPassword({ customerId, password: paymentPassword });
  await inTransaction((tx) =>
    postEntry(tx, {
      event: 'top_up',
      entryKey: 'demo:top-up:alice',
      businessRef: 'demo:top-up:alice',
      amount: FIRST_TOP_UP,
      customerId,
    }),
  );
  await ensureWallet({ userId });
}
