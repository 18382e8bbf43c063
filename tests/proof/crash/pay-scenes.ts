import { newId } from '@/lib/core/ids';
import { cny, type Money } from '@/lib/money/money';
import type { Order } from '@/lib/orders/order';
import { type CarrierRails, startCarrierRails } from '@/tests/support/carrier-rails';
import type { ChannelList } from '@/tests/support/channel-list';
import { bindCard } from '@/tests/support/factories/bound-card';
import { makePayableOrder, PASSWORD, topUp } from '@/tests/support/factories/payable-order';
import { DESKTOP } from '@/tests/support/hosts';
import { mixedScene } from '@/tests/support/mixed-scene';
import { type NetsUnionRail, startNetsUnionRail } from '@/tests/support/netsunion-rail';
import { openBeijing } from '@/tests/support/phone-bill-scene';
import { startUnionPayRail, type UnionPayRail } from '@/tests/support/unionpay-rail';
import { fromNowOn } from './at-channel';
import { phoneBill } from './phone-scenes';
import type { Way } from './plan';

/** A use case, as a process of its own is told of it. */
export type Press = readonly [path: string, name: string, input: object];

/** An order, and the first of the two who pay it: what they press, and what is left to be done where their money is. */
export interface PayScene {
  order: Order;
  /** What the channel gets of it. */
  at: ChannelList;
  press: Press;
  /** Of the call that charges. */
  lose(what: 'request' | 'reply'): Promise<void>;
  /** Whoever is awaited at the channel does their part: the payer, or whose bank takes its time. */
  carryOn(): Promise<void>;
  /** What the second payer's balance still wants before it can pay. */
  beforeSecond?(): Promise<void>;
  /** Where a channel is sure only after a while. */
  timePasses?(): Promise<void>;
  /** What is wrong at rest beside what may be wrong with any payment. */
  alsoWrong?(): Promise<string[]>;
}

/** Everybody whose simulator these stories need. */
export interface Rails {
  unionpay: UnionPayRail;
  netsunion: NetsUnionRail;
  carriers: CarrierRails;
  stop(): Promise<void>;
}

/** From this amount a card asks for a code in these stories: below what the second payer may pay without one. */
const CODE_FROM_FEN = 20_000;

/** Starts them and points this process at them: before anything reads the environment. */
export async function startRails(): Promise<Rails> {
  const [unionpay, netsunion, carriers] = await Promise.all([
    startUnionPayRail(),
    startNetsUnionRail(),
    startCarrierRails(),
  ]);
  const rails = { unionpay, netsunion, carriers };
  const env = Object.assign({}, ...Object.values(rails).map((rail) => rail.env));
  Object.assign(process.env, env, {
    CARD_CODE_FROM_FEN: String(CODE_FROM_FEN),
    SMS_GATEWAY_URL: `${carriers.sandboxOrigin}/sms`,
  });
  await openBeijing();
  const stop = async () =>
    void (await Promise.all(Object.values(rails).map((rail) => rail.stop())));
  return { ...rails, stop };
}

/** What a simulator is told about an amount is for one story. */
const from = (fen: bigint, n: number): bigint => fen + BigInt(n);

export const SCENES: Record<Way, (rails: Rails, n: number) => Promise<PayScene>> = {
  QuickPass: ({ unionpay }, n) => quickpass(unionpay, from(7_001n, n)),
  'QuickPass beside a balance': ({ unionpay }, n) => mixed(unionpay, from(17_001n, n)),
  'card at UnionPay': ({ unionpay }, n) => unionpayCard(unionpay, from(15_001n, n)),
  'card with a code at UnionPay': ({ unionpay }, n) => unionpayCard(unionpay, from(20_001n, n)),
  'card with a code at NetsUnion': ({ netsunion }, n) => netsunionCard(netsunion, from(20_001n, n)),
  'phone bill': ({ carriers }) => phoneBill(carriers),
};

/** By QuickPass, on a PC. */
export const firstPayer = ({ payToken: token }: Order) => ({
  token,
  method: 'quickpass' as const,
  host: DESKTOP,
  actor: { userId: null },
});

export async function quickpass(rail: UnionPayRail, amountMinor: bigint): Promise<PayScene> {
  const at = await fromNowOn(rail);
  const { order } = await makePayableOrder({ amountMinor });
  const press = ['@/lib/payments/start-payment', 'startPayment', firstPayer(order)] as const;
  return { order, press, ...(await atUnionPay(rail, at, order.amount)) };
}

/** A balance pays what it can, which is held until the rest is decided; then there is enough on it for all of it. */
async function mixed(rail: UnionPayRail, amountMinor: bigint): Promise<PayScene> {
  const at = await fromNowOn(rail);
  const part = 10_000n;
  const { order, userId, customerId } = await mixedScene({ amountMinor, balanceMinor: part });
  const pay = { ...firstPayer(order), actor: { userId }, paymentPassword: PASSWORD };
  const input = { ...pay, part: String(part) };
  const press = ['@/tests/support/start-mixed', 'startMixed', input] as const;
  let ready = false;
  return {
    ...{ order, press, ...(await atUnionPay(rail, at, cny(amountMinor - part))) },
    async beforeSecond() {
      if (!ready) await topUp(customerId, amountMinor);
      ready = true;
    },
  };
}

/** The bank takes its time with each charge, until it is asked to go on. */
const SLOW = { resultDelaySeconds: 86_400 };

async function unionpayCard(rail: UnionPayRail, amountMinor: bigint): Promise<PayScene> {
  const at = await fromNowOn(rail);
  const made = await cardOrder('unionpay', amountMinor);
  return { ...made, ...(await atUnionPay(rail, at, made.order.amount, SLOW)) };
}

async function atUnionPay(
  rail: UnionPayRail,
  at: ChannelList,
  { amountMinor }: Money,
  behaviour: object = {},
): Promise<Pick<PayScene, 'at' | 'lose' | 'carryOn'>> {
  const match = { amount: String(amountMinor), kind: 'consume' };
  await rail.ask('script', { match, behaviour });
  return {
    at,
    async lose(lose) {
      await rail.ask('script', { match, behaviour: { ...behaviour, lose }, times: 1 });
    },
    carryOn: () => confirmAtChannel(rail, at),
  };
}

/** What the payer does who has the QR code, the channel's own word for it: even where we have lost ours. */
export async function confirmAtChannel(rail: UnionPayRail, at: ChannelList): Promise<void> {
  for (const { orderId, kind, state } of await at.orders()) {
    if (kind === 'consume' && state === 'waiting') await rail.payerConfirms(orderId);
  }
}

async function netsunionCard(rail: NetsUnionRail, amountMinor: bigint): Promise<PayScene> {
  const at = await fromNowOn(rail);
  const made = await cardOrder('netsunion', amountMinor);
  const match = { amount: String(amountMinor), kind: 'payment' };
  await rail.control('netsunion/script', { match, behaviour: SLOW });
  return {
    ...{ ...made, at },
    async lose(lose) {
      await rail.control('netsunion/script', { match, behaviour: { ...SLOW, lose }, times: 1 });
    },
    async carryOn() {
      for (const { orderId, kind, state } of await at.orders()) {
        if (kind !== 'consume' || state !== 'pending') continue;
        await rail.control(`netsunion/transactions/${orderId}/succeed`, {});
      }
    },
  };
}

/** To be paid by a card that is bound at one channel, with the code that it sends from that amount on. */
async function cardOrder(channel: 'unionpay' | 'netsunion', amountMinor: bigint) {
  const { order, merchantId } = await makePayableOrder({ amountMinor, balanceMinor: amountMinor });
  const { agreementId, userId } = await bindCard({ merchantId, channels: [channel] });
  const by = { method: 'card', agreementId, formKey: newId('att'), actor: { userId } };
  const input = { token: order.payToken, host: DESKTOP, ...by };
  const press: Press = ['@/tests/proof/crash/use-cases', 'payWithCode', input];
  return { order, press };
}
