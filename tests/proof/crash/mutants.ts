import { newSortableNumber } from '@/lib/core/ids';
import { inTransaction } from '@/lib/core/unit-of-work';
import { cny } from '@/lib/money/money';
import { closeOrder } from '@/lib/orders/close-order';
import { resolveAttempt } from '@/lib/payments/resolve-attempt';
import { startPayment } from '@/lib/payments/start-payment';
import { selectAttempts } from '@/lib/payments/store';
import { requestRefund } from '@/lib/refunds/request-refund';
import { makeOrderFor, makePayableOrder } from '@/tests/support/factories/payable-order';
import { makePaidTheDayBefore } from '@/tests/support/paid-by-unionpay';
import type { UnionPayRail } from '@/tests/support/unionpay-rail';
import { fromNowOn } from './at-channel';
import type { Die } from './die';
import { findingsNow, findingsOf } from './findings';
import { confirmAtChannel, firstPayer, quickpass } from './pay-scenes';
import type { Crash, PayoutCrash, RefundCrash } from './plan';
import { payByBalance, play, refusable } from './play';
import { PAYOUT_SCENES, playPayout } from './play-payout';
import { playRefund } from './play-refund';
import type { Statement } from './switch-off';

/** What a story of a mutant can do: somebody dies, acts while a password is checked, or sends another amount. */
export interface Scene {
  rail: UnionPayRail;
  die: Die;
  now: { meanwhile: (() => Promise<void>) | null; amountSent: bigint | null };
}

/** A protection, what shows that it is gone, and how it goes: by a statement, or by a wrapped module of that name. */
export interface Mutant {
  protection: string;
  story: string;
  finds: string;
  play(scene: Scene): Promise<string[]>;
  statement?: Statement;
}

const ALIVE: Crash = {
  ...{ app: null, worker: null, recoveryToo: false },
  ...{ channel: 'ok', second: 'last' },
};
const WELL: RefundCrash = { app: null, worker: null, recoveryToo: false, channel: 'ok' };

const paid =
  (crash: Partial<Crash>) =>
  async ({ rail, die }: Scene): Promise<string[]> =>
    (await play(await quickpass(rail, newAmount()), { ...ALIVE, ...crash }, die)).findings;
const refunded =
  (crash: Partial<RefundCrash>) =>
  async ({ rail, die }: Scene): Promise<string[]> =>
    (await playRefund(rail, { ...WELL, ...crash }, newAmount(), die)).findings;
const withdrawn =
  (crash: Partial<PayoutCrash>) =>
  async ({ rail, die }: Scene): Promise<string[]> => {
    const n = Number(newAmount());
    const scene = await PAYOUT_SCENES.withdrawal({ unionpay: rail }, n);
    const well: PayoutCrash = { app: null, worker: null, channel: 'ok' };
    return (await playPayout(scene, { ...well, ...crash }, die)).findings;
  };

let amounts = 600n;
/** What the simulator is told about an amount is for one story. */
const newAmount = (): bigint => {
  amounts += 1n;
  return amounts;
};

export const MUTANTS: readonly Mutant[] = [
  {
    protection: 'one live payment of an order (unique index)',
    story: 'QuickPass begun while the balance’s password is checked',
    finds: 'order_has_several_live_payments',
    statement: { sql: 'DROP INDEX attempts_one_live_per_order' },
    play: async ({ now }) => {
      const { order } = await makePayableOrder();
      now.meanwhile = async () => void (await startPayment(firstPayer(order)));
      await refusable(() => payByBalance(order));
      return findingsNow();
    },
  },
  {
    protection: 'an order is paid where it was read (conditional update)',
    story: 'the shop closes the order while the balance’s password is checked',
    finds: 'end_was_left',
    statement: {
      function: 'settle_payment',
      text: ` AND ord->'from' ? state::text`,
      instead: '',
    },
    play: async ({ now }) => {
      const { order } = await makePayableOrder();
      const close = { orderId: order.id, actor: 'shop', cause: 'closed' };
      now.meanwhile = async () => void (await inTransaction((tx) => closeOrder(tx, close)));
      await refusable(() => payByBalance(order));
      return findingsNow();
    },
  },
  {
    protection: 'the entry is in the commit that pays',
    story: 'a payment by QuickPass',
    finds: 'paid_order_without_entry',
    statement: {
      function: 'settle_payment',
      text: `PERFORM post_entry(item->'entry');`,
      instead: '',
    },
    play: paid({}),
  },
  {
    protection: 'paid is told in the commit that pays',
    story: 'the worker dies at settle.committed',
    finds: 'paid_order_without_event',
    play: paid({ worker: 'settle.committed' }),
  },
  {
    protection: 'the channel is asked before another way is taken',
    story: 'paid at the channel, then another way is chosen',
    finds: 'charged while it was paid already',
    play: paid({ second: 'between' }),
  },
  {
    protection: 'what was paid beside it is given back',
    story: 'the second payer is first',
    finds: 'charged more than once',
    play: paid({ second: 'first' }),
  },
  {
    protection: 'the amount is compared',
    story: 'the channel was asked for one fen',
    finds: 'paid here for more than was charged there',
    play: async ({ rail, now }) => {
      const at = await fromNowOn(rail);
      const { order } = await makePayableOrder();
      now.amountSent = 1n;
      await startPayment(firstPayer(order));
      now.amountSent = null;
      await confirmAtChannel(rail, at);
      for (const { id: attemptId } of await selectAttempts(order.id)) {
        await resolveAttempt({ attemptId });
      }
      return findingsOf(at, order.id);
    },
  },
  {
    protection: 'a payment is committed before the channel is called',
    story: 'the app dies at pay.answered',
    finds: 'charged there and not known here',
    play: paid({ app: 'pay.answered' }),
  },
  {
    protection: 'a payment begins with its next question',
    story: 'the app dies at pay.answered',
    finds: 'nobody asks the channel about it',
    play: paid({ app: 'pay.answered' }),
  },
  {
    protection: 'a refund keeps its number',
    story: 'the reply to a refund is lost',
    finds: 'given back there and not here',
    play: refunded({ channel: 'reply lost' }),
  },
  {
    protection: 'what went back is counted',
    story: 'three fifths are refunded twice',
    finds: 'returned_more_than_paid',
    play: async ({ rail }) => {
      const fifth = newAmount();
      const { orderId, merchantId } = await makePaidTheDayBefore(rail, 5n * fifth);
      // Others of its shoppers have paid, too: the merchant has what a second refund takes.
      await payByBalance(await makeOrderFor(merchantId, { amountMinor: 9_000n }));
      const asked = { orderId, merchantId, actor: 'merchant', amount: cny(3n * fifth) };
      for (const merchantRefundNo of [newSortableNumber(), newSortableNumber()]) {
        await refusable(() => requestRefund({ ...asked, merchantRefundNo }));
      }
      return findingsNow();
    },
  },
  {
    protection: 'a refund is told in the commit that makes it',
    story: 'the worker dies at refund.settled',
    finds: 'refund_not_told',
    play: refunded({ worker: 'refund.settled' }),
  },
  {
    protection: 'a refund begins with its next question',
    story: 'the app dies at refund.answered',
    finds: 'nobody asks the channel about it',
    play: refunded({ app: 'refund.answered' }),
  },
  {
    protection: 'a payout keeps its number',
    story: 'the reply to a withdrawal is lost',
    finds: 'paid out there otherwise than here',
    play: withdrawn({ channel: 'reply lost' }),
  },
  {
    protection: 'a payout begins with its next question',
    story: 'the app dies at payout.answered',
    finds: 'nobody asks the bank about it',
    play: withdrawn({ app: 'payout.answered' }),
  },
];
