import type { RemoteChannel } from '@/lib/channels/registry';
import { pool } from '@/lib/core/db';
import { balanceOf } from '@/lib/ledger/balance-of';
import { findLedgerAccount } from '@/lib/ledger/find-ledger-account';
import type { Order } from '@/lib/orders/order';
import type { StartPayment } from '@/lib/payments/start-payment';
import { selectAttempts } from '@/lib/payments/store';
import { getQuota } from '@/lib/persons/get-quota';
import { bindCard } from './factories/bound-card';
import { makePayableOrder, PASSWORD } from './factories/payable-order';
import { seedPerson } from './factories/persons';
import { DESKTOP } from './hosts';

/** An order of a merchant whose shopper, signed in and with a bound card, has less on the balance than it costs. */
export async function mixedScene({
  amountMinor = 10_000n,
  balanceMinor = 4_000n,
  policy = 'refund' as 'accept' | 'refund' | 'hold',
  /** Where the card is signed. */
  channels = ['unionpay'] as readonly RemoteChannel[],
} = {}) {
  const made = await makePayableOrder({ amountMinor, balanceMinor, policy });
  const { order, merchantId, customerId } = made;
  const { agreementId, userId } = await bindCard({ merchantId, channels });
  await seedPerson({ userId });
  await pool().query('UPDATE customers SET user_id = NULL WHERE user_id = $1', [userId]);
  await pool().query('UPDATE customers SET user_id = $1 WHERE id = $2', [userId, customerId]);
  const account = { userId, customerId };
  const byQuickpass = (given: Partial<StartPayment> = {}): StartPayment => ({
    token: order.payToken,
    method: 'quickpass',
    host: DESKTOP,
    actor: { userId },
    balancePartFen: balanceMinor,
    paymentPassword: PASSWORD,
    ...given,
  });
  return {
    ...{ order, merchantId, customerId, userId, agreementId },
    byQuickpass,
    byCard: (given: Partial<StartPayment> = {}) =>
      byQuickpass({ method: 'card', agreementId, ...given }),
    /** What can be paid with, what is held of the rest, what of the day's limit is used: all in fen. */
    stands: async () => {
      const owner = customerId;
      const ledger = await findLedgerAccount({ subject: 'customer_balance', owner });
      const { day } = await getQuota(account);
      return {
        available: ledger?.available.amountMinor,
        held: ledger?.held.amountMinor,
        used: day.used.amountMinor,
      };
    },
    pending: async () =>
      (await balanceOf({ subject: 'merchant_pending', owner: merchantId })).amountMinor,
  };
}

export async function newestAttempt(order: Order) {
  const attempt = (await selectAttempts(order.id)).at(-1);
  if (!attempt) throw new Error('no attempt');
  return attempt;
}

export const statesOf = async (order: Order) =>
  (await selectAttempts(order.id)).map(({ state }) => state);

/** What `stands` answers of the scene as it is given: before, meanwhile, and once it is paid. */
export const FREE = { available: 4_000n, held: 0n, used: 0n };
export const HELD = { available: 0n, held: 4_000n, used: 4_000n };
export const TAKEN = { available: 0n, held: 0n, used: 4_000n };

/** An attempt that was begun an hour before, and can be paid no more. */
export const longPast = (id: string) =>
  pool().query(
    `UPDATE attempts SET requested_at = requested_at - interval '1 hour',
            payable_until = payable_until - interval '1 hour' WHERE id = $1`,
    [id],
  );

/** The shopper scans the code and pays; answers the attempt. */
export async function payAtChannel(
  rails: { control(path: string, said: object): Promise<unknown> },
  order: Order,
  which = -1,
): Promise<string> {
  const attempt = (await selectAttempts(order.id)).at(which);
  await rails.control(`orders/${attempt?.channelOrderNo}/pay`, {});
  return attempt?.id ?? '';
}
