import { present } from '@/lib/core/assert';
import { pool } from '@/lib/core/db';
import { newSortableNumber } from '@/lib/core/ids';
import { balanceOf } from '@/lib/ledger/balance-of';
import { findLedgerAccount } from '@/lib/ledger/find-ledger-account';
import type { Order } from '@/lib/orders/order';
import { resolveAttempt } from '@/lib/payments/resolve-attempt';
import { startPayment } from '@/lib/payments/start-payment';
import { selectAttempt, selectAttempts } from '@/lib/payments/store';
import { listPayouts } from '@/lib/payouts/list-payouts';
import { resolvePayout } from '@/lib/payouts/resolve-payout';
import { bindCard } from './factories/bound-card';
import { makePayableOrder } from './factories/payable-order';
import { seedOwner, withdraw } from './factories/withdrawals';
import { MERCHANT_APP, PHONE } from './hosts';
import {
  atCarrier,
  makeDigitalOrder,
  payByPhone,
  phoneWith,
  signedInWith,
} from './phone-bill-scene';

export type Ask = (path: string) => Promise<unknown>;

/** Money that is on its way over one neighbour, as both sides see it. */
export interface Deal {
  /** Its number at the neighbour. */
  no: string;
  state(): Promise<string>;
  /** How many times its money has moved in our books, and at the neighbour. */
  moved(): Promise<{ here: number; there: number }>;
  /** Asks as the schedule does, as often as it takes where the neighbour knows the number. */
  ask(): Promise<void>;
}

export interface Neighbour {
  name: string;
  /** The call that moves money, and the one that asks about it. */
  moving: RegExp;
  asking: RegExp;
  /** What is sure not to have arrived is sent again under its number, instead of being given up. */
  resends?: true;
  /** Ready to go, with nothing sent that matters. */
  prepare(control: Ask): Promise<() => Promise<Deal>>;
}

const FINAL = ['succeeded', 'failed'];

/** The first attempt of the order: what another channel would carry after it is another deal. */
async function attemptDeal(
  order: Order,
  movedThere: (no: string) => Promise<number>,
): Promise<Deal> {
  const { id, channelOrderNo } = present((await selectAttempts(order.id))[0], 'the attempt');
  return {
    no: channelOrderNo,
    state: async () => (await selectAttempt(id)).state,
    async moved() {
      const pending = await balanceOf({ subject: 'merchant_pending', owner: order.merchantId });
      const here = Number(pending.amountMinor) / Number(order.amount.amountMinor);
      return { here, there: await movedThere(channelOrderNo) };
    },
    async ask() {
      await resolveAttempt({ attemptId: id });
    },
  };
}

function byCard(
  channel: 'unionpay' | 'netsunion',
  movedThere: (control: Ask, no: string) => Promise<number>,
) {
  return async (control: Ask) => {
    const { order, merchantId } = await makePayableOrder({ balanceMinor: 0n });
    const { agreementId, userId } = await bindCard({ merchantId, channels: [channel] });
    const { payToken: token } = order;
    return async () => {
      await startPayment({ token, method: 'card', agreementId, host: PHONE, actor: { userId } });
      return attemptDeal(order, (no) => movedThere(control, no));
    };
  };
}

const countOf = (list: unknown, states: readonly string[]): number =>
  (list as { state: string }[]).filter(({ state }) => states.includes(state)).length;

export const UNIONPAY: Neighbour = {
  name: 'UnionPay',
  moving: /backTransReq/,
  asking: /queryTrans/,
  prepare: byCard('unionpay', async (control, no) => {
    const { orders } = (await control(`orders?orderId=${no}`)) as { orders: unknown };
    return countOf(orders, ['succeeded']);
  }),
};

export const NETSUNION: Neighbour = {
  name: 'NetsUnion',
  moving: /^POST \/netsunion\/epcc\.201/,
  asking: /^POST \/netsunion\/epcc\.211/,
  prepare: byCard('netsunion', async (control, no) => {
    const found = await control(`netsunion/transactions?ordrId=${no}`);
    return countOf((found as { transactions: unknown }).transactions, ['succeeded']);
  }),
};

export const BANK: Neighbour = {
  name: 'the bank',
  moving: /^POST \/bank\/payouts$/,
  asking: /^GET \/bank\/payouts\/./,
  resends: true,
  async prepare(control) {
    const owner = await seedOwner();
    const held = async () => present(await findLedgerAccount(owner.account), 'the account');
    return async () => {
      await withdraw(owner, 6_800n, newSortableNumber());
      const [payout] = (await listPayouts({ account: owner.account })).payouts;
      const { id: payoutId, channelOrderNo } = present(payout, 'the payout');
      return {
        no: channelOrderNo,
        async state() {
          const { rows } = await pool().query('SELECT state FROM payouts WHERE id = $1', [
            payoutId,
          ]);
          return rows[0].state;
        },
        async moved() {
          const { balance } = await held();
          const found = await control(`bank/payouts?payoutNo=${channelOrderNo}`);
          const there = countOf((found as { payouts: unknown }).payouts, ['succeeded']);
          return { here: Number(100_000n - balance.amountMinor) / 6_800, there };
        },
        ask: () => resolvePayout({ payoutId }),
      };
    };
  },
};

/** A phone that the shopper has proved is charged at once: the one call of a phone bill that moves money by itself. */
export const CARRIER: Neighbour = {
  name: 'a carrier',
  moving: /^POST .*\/carrier-billing\/[^/]+\/payments$/,
  asking: /^GET .*\/carrier-billing\/[^/]+\/payments/,
  async prepare(control) {
    const order = await makeDigitalOrder();
    const phone = phoneWith('7001');
    const actor = { userId: await signedInWith(phone) };
    return async () => {
      await payByPhone(order, phone, { host: { ...MERCHANT_APP, directBilling: true }, actor });
      return attemptDeal(order, async () =>
        countOf(await atCarrier({ control }, phone), ['succeeded']),
      );
    };
  },
};

/** Asks until it is decided; what the neighbour has never heard of is given up once its time is over. */
export async function settled(deal: Deal): Promise<string> {
  const state = await deal.state();
  if (FINAL.includes(state)) return state;
  await deal.ask();
  return settled(deal);
}

/** Lets the time of every payment that is open be over. When it was asked for is a part of its number at UnionPay. */
export const endOpenTimes = () =>
  pool().query(
    `UPDATE attempts SET payable_until = payable_until - interval '1 hour'
      WHERE state IN ('sent', 'waiting', 'unknown')`,
  );
