import { vi } from 'vitest';
import { payoutPortOf } from '@/lib/channels/registry';
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

/** The simulator's control API: by GET without a body. */
export type Ask = (path: string, body?: unknown) => Promise<unknown>;

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
  /** Lets so much time pass that nothing can be on its way any more; that of open payments unless given. */
  letPass?(): Promise<unknown>;
  /** Ready to go, with nothing sent that matters. */
  prepare(control: Ask): Promise<() => Promise<Deal>>;
}

const FINAL = ['succeeded', 'failed'];

/** The first attempt of the order: what another channel would carry after it is another deal. */
export async function attemptDeal(
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

export type CardChannel = 'unionpay' | 'netsunion';

/** How often the money of that number has moved at a channel of cards. */
export const movedAt: Record<CardChannel, (control: Ask, no: string) => Promise<number>> = {
  async unionpay(control, no) {
    const { orders } = (await control(`orders?orderId=${no}`)) as { orders: unknown };
    return countOf(orders, ['succeeded']);
  },
  async netsunion(control, no) {
    const found = await control(`netsunion/transactions?ordrId=${no}`);
    return countOf((found as { transactions: unknown }).transactions, ['succeeded']);
  },
};

/** An order, and its shopper who pays it by a card that is bound on that channel. */
export async function cardScene(channel: CardChannel, control: Ask) {
  const { order, merchantId } = await makePayableOrder({ balanceMinor: 0n });
  const { agreementId, userId } = await bindCard({ merchantId, channels: [channel] });
  const { payToken: token } = order;
  return {
    order,
    async pay(): Promise<Deal> {
      await startPayment({ token, method: 'card', agreementId, host: PHONE, actor: { userId } });
      return attemptDeal(order, (no) => movedAt[channel](control, no));
    },
  };
}

const byCard = (channel: CardChannel) => async (control: Ask) =>
  (await cardScene(channel, control)).pay;

export const countOf = (list: unknown, states: readonly string[]): number =>
  (list as { state: string }[]).filter(({ state }) => states.includes(state)).length;

export const UNIONPAY: Neighbour = {
  name: 'UnionPay',
  moving: /backTransReq/,
  asking: /queryTrans/,
  prepare: byCard('unionpay'),
};

export const NETSUNION: Neighbour = {
  name: 'NetsUnion',
  moving: /^POST \/netsunion\/epcc\.201/,
  asking: /^POST \/netsunion\/epcc\.211/,
  prepare: byCard('netsunion'),
};

/** Money of a balance to its owner's card. */
const byPayout =
  (movedThere: (control: Ask, no: string) => Promise<number>) => async (control: Ask) => {
    const owner = await seedOwner();
    const held = async () => present(await findLedgerAccount(owner.account), 'the account');
    return async (): Promise<Deal> => {
      await withdraw(owner, 6_800n, newSortableNumber());
      const [payout] = (await listPayouts({ account: owner.account })).payouts;
      const { id: payoutId, channelOrderNo } = present(payout, 'the payout');
      return {
        no: channelOrderNo,
        state: () => stateIn('payouts', payoutId),
        async moved() {
          const { balance } = await held();
          const here = Number(100_000n - balance.amountMinor) / 6_800;
          return { here, there: await movedThere(control, channelOrderNo) };
        },
        ask: () => resolvePayout({ payoutId }),
      };
    };
  };

export async function stateIn(table: 'payouts' | 'refunds', id: string): Promise<string> {
  const { rows } = await pool().query(`SELECT state FROM ${table} WHERE id = $1`, [id]);
  return rows[0].state;
}

export const BANK: Neighbour = {
  name: 'the bank',
  moving: /^POST \/bank\/payouts$/,
  asking: /^GET \/bank\/payouts\/./,
  resends: true,
  prepare: byPayout(async (control, no) => {
    const found = await control(`bank/payouts?payoutNo=${no}`);
    return countOf((found as { payouts: unknown }).payouts, ['succeeded']);
  }),
};

/** Where PAYOUT_CHANNEL says so. */
export const UNIONPAY_PAYOUT: Neighbour = {
  name: 'UnionPay, a payout',
  moving: /backTransReq/,
  asking: /queryTrans/,
  resends: true,
  async letPass() {
    const port = payoutPortOf('unionpay');
    const inTime = port.query;
    vi.spyOn(port, 'query').mockImplementation(later(inTime));
  },
  prepare: byPayout(movedAt.unionpay),
};

/** An order, and a phone that its shopper has proved: it is charged at once. */
export async function carrierScene(control: Ask) {
  const order = await makeDigitalOrder();
  const phone = phoneWith('7001');
  const actor = { userId: await signedInWith(phone) };
  const payments = () => atCarrier({ control }, phone);
  return {
    order,
    payments,
    async pay(): Promise<Deal> {
      await payByPhone(order, phone, { host: { ...MERCHANT_APP, directBilling: true }, actor });
      return attemptDeal(order, async () => countOf(await payments(), ['succeeded']));
    },
  };
}

const PAYMENTS = /^GET .*\/carrier-billing\/[^/]+\/payments/;

/** The one call of a phone bill that moves money by itself. */
export const CARRIER: Neighbour = {
  name: 'a carrier',
  moving: /^POST .*\/carrier-billing\/[^/]+\/payments$/,
  asking: PAYMENTS,
  prepare: async (control) => (await carrierScene(control)).pay,
};

/** Its owner has agreed on the carrier's page: it holds the money, and moves it at our word. */
export const CARRIER_HELD: Neighbour = {
  name: 'a carrier, what it holds',
  moving: /^POST .*\/carrier-billing\/[^/]+\/payments\/[^/]+\/confirm$/,
  asking: PAYMENTS,
  resends: true,
  async prepare(control) {
    const order = await makeDigitalOrder();
    const phone = phoneWith('7002', '130');
    const payments = () => atCarrier({ control }, phone);
    await payByPhone(order, phone);
    const { paymentId } = present((await payments())[0], 'the payment');
    await control(`carrier/payments/${paymentId}/validate`, {});
    return async () => {
      const deal = await attemptDeal(order, async () => countOf(await payments(), ['succeeded']));
      await deal.ask();
      return deal;
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

const LATER_MS = 15 * 60_000;

/**
 * The same question, put as if a quarter of an hour had passed. When a number was made is often a part of it, so that
 * it is the asking that has to be later.
 */
export const later =
  <Q extends { askedAt: Date }, A>(ask: (question: Q) => A) =>
  (question: Q): A =>
    ask({ ...question, askedAt: new Date(question.askedAt.getTime() + LATER_MS) });
