import { pool } from '@/lib/core/db';
import { ensureCustomer } from '@/lib/customers/ensure-customer';
import { setPaymentPassword } from '@/lib/customers/set-payment-password';
import type { CarrierRails } from '@/tests/support/carrier-rails';
import type { ChannelList } from '@/tests/support/channel-list';
import { PASSWORD, topUp } from '@/tests/support/factories/payable-order';
import { PHONE } from '@/tests/support/hosts';
import {
  atCarrier,
  countedAgainst,
  keptPhones,
  makeDigitalOrder,
  phoneWith,
  somebody,
} from '@/tests/support/phone-bill-scene';
import type { PayScene } from './pay-scenes';

/** The carrier takes its time with each charge, until it is asked to go on. */
const SLOW = { resultDelaySeconds: 86_400 };

/** By phone bill, with a code by text message: the carrier holds the money for our word. */
export async function phoneBill(rails: CarrierRails): Promise<PayScene> {
  const order = await makeDigitalOrder();
  const { merchantId, payToken: token } = order;
  const { customerId } = await ensureCustomer({ merchantId, reference: 'alice' });
  await setPaymentPassword({ customerId, password: PASSWORD });
  await topUp(customerId, 1_000n);
  const phone = phoneWith('7000');
  const kept = await keptPhones();
  const at = paymentsOf(rails, phone);
  const script = (behaviour: object) =>
    rails.control('carrier/script', { match: { phone }, behaviour });
  await script(SLOW);
  const by = { method: 'carrier', phone, consentVersion: 'test-1', actor: { userId: null } };
  const input = { token, ...by, ...somebody(), host: PHONE, textsAt: rails.sandboxOrigin };
  return {
    ...{ order, at },
    press: ['@/tests/proof/crash/use-cases', 'payWithCode', input],
    lose: async (what) => void (await script({ ...SLOW, lose: { confirm: what } })),
    async carryOn() {
      for (const { orderId, state } of await at.orders()) {
        if (state === 'processing') await rails.control(`carrier/payments/${orderId}/finish`, {});
      }
    },
    timePasses: () => timePasses(order.id, at),
    async alsoWrong() {
      const charged = (await at.orders()).filter(({ state }) => state === 'succeeded').length;
      return [
        ...((await countedAgainst(phone)) === 600n * BigInt(charged)
          ? []
          : ['counted against the phone for more or less than it was charged']),
        ...((await keptPhones()) === kept
          ? []
          : ['the phone is kept though nothing is to be charged']),
      ];
    },
  };
}

/** What the carriers know of that phone, in the form of any channel. */
export function paymentsOf(rails: CarrierRails, phone: string): ChannelList {
  const fen = (yuan: string) => String(Math.round(Number(yuan) * 100));
  return {
    orders: async () =>
      (await atCarrier(rails, phone)).flatMap(
        ({ clientCorrelator: orderId, paymentId: queryId, state, amount, refunds }) => [
          { orderId, kind: 'consume', state, txnAmt: fen(amount), queryId },
          ...refunds.map((one) => ({
            ...{ orderId: one.clientCorrelator, kind: 'refund', state: one.state },
            ...{ txnAmt: fen(one.amount), origQryId: queryId },
          })),
        ],
      ),
  };
}

/** A minute, after which no call is on its way any more; for what the carrier never got, all the time that there was. */
export async function timePasses(orderId: string, at: ChannelList): Promise<void> {
  const there = (await at.orders()).map((one) => one.orderId);
  await pool().query(
    `WITH late AS (
       UPDATE attempts SET requested_at = requested_at - gone, payable_until = payable_until - gone
         FROM (SELECT id AS attempt, CASE WHEN channel_order_no = ANY ($2) THEN interval '61 seconds'
                                          ELSE interval '20 minutes' END AS gone FROM attempts) AS clock
        WHERE id = attempt AND order_id = $1 AND state IN ('sent', 'waiting', 'unknown', 'superseded')
       RETURNING id
     )
     UPDATE phone_payments SET code_taken_at = code_taken_at - interval '61 seconds'
      WHERE attempt_id IN (SELECT id FROM late)`,
    [orderId, there],
  );
}
