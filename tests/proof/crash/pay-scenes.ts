import { newId } from '@/lib/core/ids';
import type { Order } from '@/lib/orders/order';
import type { ChannelList } from '@/tests/support/channel-list';
import { bindCard } from '@/tests/support/factories/bound-card';
import { makePayableOrder } from '@/tests/support/factories/payable-order';
import { DESKTOP } from '@/tests/support/hosts';
import { startUnionPayRail, type UnionPayRail } from '@/tests/support/unionpay-rail';
import { fromNowOn } from './at-channel';
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
}

/** Everybody whose simulator such a story needs. */
export interface Rails {
  unionpay: UnionPayRail;
  stop(): Promise<void>;
}

/** Starts them and points this process at them: before anything reads the environment. */
export async function startRails(): Promise<Rails> {
  const unionpay = await startUnionPayRail();
  Object.assign(process.env, unionpay.env, { CARD_CODE_FROM_FEN: String(CODE_FROM_FEN) });
  return { unionpay, stop: () => unionpay.stop() };
}

/** From this amount a card asks for a code in these stories: below what the second payer may pay without one. */
export const CODE_FROM_FEN = 20_000;

export const SCENES: Record<Way, (rails: Rails, n: number) => Promise<PayScene>> = {
  QuickPass: ({ unionpay }, n) => quickpass(unionpay, 7_001n + BigInt(n)),
  'card at UnionPay': ({ unionpay }, n) => unionpayCard(unionpay, 15_001n + BigInt(n)),
  'card with a code at UnionPay': ({ unionpay }, n) => unionpayCard(unionpay, 20_001n + BigInt(n)),
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
  return {
    ...{ order, at },
    press: ['@/lib/payments/start-payment', 'startPayment', firstPayer(order)],
    lose: (lose) =>
      rail.ask('script', { ...chargeOf(order), behaviour: { lose }, times: 1 }).then(),
    carryOn: () => confirmAtChannel(rail, at),
  };
}

const chargeOf = ({ amount }: Order) => ({
  match: { amount: String(amount.amountMinor), kind: 'consume' },
});

/** What the payer does who has the QR code, the channel's own word for it: even where we have lost ours. */
export async function confirmAtChannel(rail: UnionPayRail, at: ChannelList): Promise<void> {
  for (const { orderId, kind, state } of await at.orders()) {
    if (kind === 'consume' && state === 'waiting') await rail.payerConfirms(orderId);
  }
}

/** The bank takes its time with each charge, until it is asked to go on. */
const SLOW = { resultDelaySeconds: 86_400 };

async function unionpayCard(rail: UnionPayRail, amountMinor: bigint): Promise<PayScene> {
  const at = await fromNowOn(rail);
  const { order, press } = await cardPress('unionpay', amountMinor);
  const charge = chargeOf(order);
  await rail.ask('script', { ...charge, behaviour: SLOW });
  return {
    ...{ order, at, press },
    async lose(lose) {
      await rail.ask('script', { ...charge, behaviour: { ...SLOW, lose }, times: 1 });
    },
    carryOn: () => confirmAtChannel(rail, at),
  };
}

/** By a card that is bound at one channel, with the code that it sends from that amount on. */
async function cardPress(channel: 'unionpay' | 'netsunion', amountMinor: bigint) {
  const { order, merchantId } = await makePayableOrder({ amountMinor, balanceMinor: amountMinor });
  const { agreementId, userId } = await bindCard({ merchantId, channels: [channel] });
  const by = { method: 'card', agreementId, formKey: newId('att'), actor: { userId } };
  const input = { token: order.payToken, host: DESKTOP, ...by };
  const press: Press = ['@/tests/proof/crash/use-cases', 'payWithCode', input];
  return { order, press };
}
