import { Refusal } from '@/lib/core/errors';
import { checkPaymentPassword } from '@/lib/customers/check-payment-password';
import { findAccount } from '@/lib/customers/find-account';
import { getMerchant } from '@/lib/merchants/get-merchant';
import type { Order } from '@/lib/orders/order';
import { readOrder } from '@/lib/orders/read-order';
import { settleBalancePayment } from './settle-balance-payment';
import type { StartPayment, StartResult } from './start-payment';
import { selectLiveAttempt } from './store';

/**
 * Pays from the shopper's balance: the password, then the money. Our own ledger is the channel, so
 * there is nothing to wait for and nothing that could get lost.
 */
export async function payFromBalance(order: Order, request: StartPayment): Promise<StartResult> {
  const merchant = await getMerchant(order.merchantId);
  const account = await findAccount({
    merchantId: order.merchantId,
    reference: order.customerReference,
    userId: request.actor.userId,
  });
  if (!account || !merchant.balanceAllowed || merchant.hiddenMethods.includes('balance')) {
    throw new Refusal('method_unavailable', { orderId: order.id });
  }
  // Before the password is asked for: a live attempt must be settled or left behind first.
  if (await selectLiveAttempt(order.id)) throw new Refusal('payment_in_progress');
  const { customerId } = account;
  await checkPaymentPassword({ customerId, password: request.paymentPassword ?? '' });
  const refused = await settleBalancePayment(order, { customerId, host: request.host });
  // The other tab, or the first of two clicks, was quicker: that is paid, not refused.
  if (!refused || (await readOrder(order.id)).state === 'paid') return { result: 'paid' };
  throw new Refusal(refused, { orderId: order.id });
}
