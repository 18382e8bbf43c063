import { findNumber } from '@/lib/carriers/find-number';
import type { CarrierMode } from '@/lib/channels/port';
import { addDays, type Day } from '@/lib/core/beijing';
import { pool } from '@/lib/core/db';
import type { Order, SubscriptionPeriod } from '@/lib/orders/order';
import { readOrder } from '@/lib/orders/read-order';
import { startPhonePayment } from '@/lib/payments/start-phone-payment';
import { submitChannelCode } from '@/lib/payments/submit-channel-code';
import { noteSubscriptionPayment } from '@/lib/subscriptions/note-subscription-payment';
import { sweepSubscriptions } from '@/lib/subscriptions/sweep-subscriptions';
import type { CarrierRails } from './carrier-rails';
import { seedMerchant } from './factories/merchants';
import { seedOrder } from './factories/orders';
import { fakeClock } from './fake-clock';

let count = 0;
/** A phone of China Mobile that no other test charges; its last four digits mean what the simulator says. */
export function freshPhone(meaning = '7000'): string {
  count += 1;
  // 13 in the order of provinces: Jiangxi, where the catalogue has lines.
  return `138${String(13 + 31 * count).padStart(4, '0')}${meaning}`;
}

export const clock = fakeClock((sql) => pool().query(sql));

/** An order with a period, of a merchant of its own. */
export async function periodOrder(period: SubscriptionPeriod, amount = 1_500): Promise<Order> {
  const { id: merchantId } = await seedMerchant();
  return seedOrder({
    ...{ merchantId, amount, subject: '音乐会员', goods: 'digital', subscription: { period } },
    return_url: undefined,
    customer_reference: 'alice',
  });
}

/** Begins to charge the phone for the order. */
export async function charge(order: Order, phone: string, mode: CarrierMode = 'direct') {
  const number = await findNumber({ phone });
  if (!number) throw new Error(`${phone} is nobody's`);
  return startPhonePayment(order, {
    number,
    modes: [mode],
    periodic: true,
    customerId: null,
    host: 'mobile',
    actor: 'shopper',
    consentVersion: 'test-1',
  });
}

/** A subscription bought with a code by text message, as on the page. */
export async function buy(
  rails: CarrierRails,
  { period, phone = freshPhone() }: { period: SubscriptionPeriod; phone?: string },
) {
  const order = await periodOrder(period);
  await charge(order, phone, 'sms');
  const code = await rails.handsetCode(phone);
  await submitChannelCode({ token: order.payToken, code, userId: null });
  await noteSubscriptionPayment({ orderId: order.id });
  const { rows } = await pool().query<{ id: string }>(
    'SELECT id FROM subscriptions WHERE order_id = $1',
    [order.id],
  );
  const id = rows[0]?.id;
  if (!id) throw new Error(`order ${order.id} began no subscription`);
  return { id, phone, merchantId: order.merchantId, order: await readOrder(order.id) };
}

/** The clock of days at that moment in Beijing, and everything done that is due then. */
export async function at(moment: string): Promise<void> {
  await clock.setTo(moment);
  await sweepSubscriptions();
}

/** Three days before a renewal its owner is told of it; without that nothing is charged. */
export const remind = (due: Day) => at(`${addDays(due, -3)}T10:01`);

/** What the carriers took of a phone, by their own records. */
export async function chargedAtCarriers(rails: CarrierRails, phone: string): Promise<number> {
  const { payments } = (await rails.control(`carrier/payments?phone=${phone}`)) as {
    payments: { state: string }[];
  };
  return payments.filter(({ state }) => state === 'succeeded').length;
}

export async function termsOf(subscriptionId: string) {
  const { rows } = await pool().query<{
    seq: number;
    starts: string;
    ends: string;
    paid: boolean;
    failures: number;
    reason: string | null;
    order_id: string;
  }>(
    `SELECT seq, starts_on::text AS starts, ends_on::text AS ends, paid_at IS NOT NULL AS paid,
            failures, failure_reason AS reason, order_id
       FROM subscription_terms WHERE subscription_id = $1 ORDER BY seq`,
    [subscriptionId],
  );
  return rows;
}

/** The events told about it, oldest first. */
export async function eventsOf(subscriptionId: string): Promise<string[]> {
  const { rows } = await pool().query<{ topic: string }>(
    `SELECT topic FROM outbox_events WHERE subject_id = $1 OR subject_id LIKE $1 || '-%'
      ORDER BY created_at, id`,
    [subscriptionId],
  );
  return rows.map(({ topic }) => topic.replace('subscription.', ''));
}

/** Subscriptions of one test are none of the next one's business. */
export async function leaveAlone(): Promise<void> {
  await pool().query('UPDATE subscriptions SET next_step_at = NULL');
}
