import { ensureCustomer } from '@/lib/customers/ensure-customer';
import { setPaymentPassword } from '@/lib/customers/set-payment-password';
import { DEMO_MERCHANT_ID } from '@/lib/demo/shop';
import { PASSWORD, topUp } from './factories/payable-order';
import type { Payer } from './paying-shopper';

/** Customers of the demo shop with a password and money: so many that they seldom wait for each other. */
export async function makePayers(count: number): Promise<Payer[]> {
  const payers: Payer[] = [];
  for (let number = 0; number < count; number += 1) {
    const reference = `payer-${number}`;
    const { customerId } = await ensureCustomer({ merchantId: DEMO_MERCHANT_ID, reference });
    await setPaymentPassword({ customerId, password: PASSWORD });
    await topUp(customerId, 10n ** 6n);
    payers.push({ reference, paymentPassword: PASSWORD });
  }
  return payers;
}
