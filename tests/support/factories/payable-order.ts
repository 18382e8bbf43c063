import { pool } from '@/lib/core/db';
import { newId } from '@/lib/core/ids';
import { inTransaction } from '@/lib/core/unit-of-work';
import { ensureCustomer } from '@/lib/customers/ensure-customer';
import { setPaymentPassword } from '@/lib/customers/set-payment-password';
import { postEntry } from '@/lib/ledger/post-entry';
import { createMerchant } from '@/lib/merchants/create-merchant';
import type { LatePaymentPolicy } from '@/lib/merchants/merchant';
import { cny } from '@/lib/money/money';
import type { Order } from '@/lib/orders/order';
import { placeOrder } from '@/lib/orders/place-order';
import type { AttemptState } from '@/lib/payments/states';
import { insertAttempt, selectAttempt } from '@/lib/payments/store';

export const PASSWORD = '135790';

/** An open order of a new merchant, with a customer who has a password and a balance. */
export async function makePayableOrder({
  amountMinor = 6800n,
  balanceMinor = 10_000n,
  policy = 'refund' as LatePaymentPolicy,
  lifetimeMs = 1_800_000,
} = {}): Promise<{ order: Order; customerId: string; merchantId: string }> {
  const merchant = await createMerchant({
    name: '测试商户',
    nameEn: 'Test merchant',
    accentColor: '#0b6bff',
    returnOrigins: ['https://shop.example'],
    latePaymentPolicy: policy,
    balanceContract: 'bank_custody',
    hiddenMethods: [],
  });
  const { customerId } = await ensureCustomer({ merchantId: merchant.id, reference: 'alice' });
  await setPaymentPassword({ customerId, password: PASSWORD });
  if (balanceMinor > 0n) await topUp(customerId, balanceMinor);
  const order = await makeOrderFor(merchant.id, { amountMinor, lifetimeMs });
  return { order, customerId, merchantId: merchant.id };
}

export async function makeOrderFor(
  merchantId: string,
  { amountMinor = 6800n, lifetimeMs = 1_800_000, merchantOrderNo = newId('ord') as string } = {},
): Promise<Order> {
  const { order } = await inTransaction((tx) =>
    placeOrder(
      tx,
      {
        merchantId,
        merchantOrderNo,
        amount: cny(amountMinor),
        subject: '亚麻短袖衬衫',
        goods: 'physical',
        returnUrl: 'https://shop.example/back',
        customerReference: 'alice',
        subscriptionPeriod: null,
        expiresAt: new Date(Date.now() + lifetimeMs),
        contentHash: 'test',
      },
      () => false,
    ),
  );
  return order;
}

export const topUp = (customerId: string, amountMinor: bigint) =>
  inTransaction((tx) =>
    postEntry(tx, {
      event: 'top_up',
      entryKey: newId('ent'),
      businessRef: `top-up:${customerId}`,
      amount: cny(amountMinor),
      customerId,
    }),
  );

/** An attempt by QuickPass in the given state, as an earlier part of the story left it. */
export async function makeAttempt(
  order: Order,
  state: AttemptState = 'waiting',
  { payableForMs = 900_000 } = {},
) {
  const id = newId('att');
  const now = new Date();
  await inTransaction((tx) =>
    insertAttempt(tx, {
      id,
      orderId: order.id,
      merchantId: order.merchantId,
      method: 'quickpass',
      channel: 'unionpay',
      channelOrderNo: id.slice(4),
      amount: order.amount,
      customerId: null,
      state,
      host: 'mobile',
      contractId: null,
      surface: 'api_wap',
      agreementId: null,
      channelAgreementId: null,
      routing: { chosen: 'unionpay', probe: false, ranking: [] },
      requestedAt: now,
      payableUntil: new Date(now.getTime() + payableForMs),
      nextAskAt: new Date(now.getTime() + 15_000),
    }),
  );
  return selectAttempt(id);
}

/** Lets the order's time be over, by moving its expiry behind the database's clock. */
export async function endOrdersTime(orderId: string): Promise<void> {
  await pool().query("UPDATE orders SET expires_at = now() - interval '1 second' WHERE id = $1", [
    orderId,
  ]);
}
