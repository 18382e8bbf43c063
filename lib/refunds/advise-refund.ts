import type { RemoteChannel } from '@/lib/channels/registry';
import type { Tx } from '@/lib/core/db';
import { isRefusal, type Refusal } from '@/lib/core/errors';
import type { RefusalCode } from '@/lib/core/refusals';
import { inTransaction } from '@/lib/core/unit-of-work';
import { getRefundPolicy } from '@/lib/merchants/get-refund-policy';
import { formatMoney } from '@/lib/money/format-money';
import { cny, type Money } from '@/lib/money/money';
import { getOrder } from '@/lib/orders/get-order';
import type { Attempt } from '@/lib/payments/attempt';
import { readAttempt } from '@/lib/payments/read-attempt';
import { type Arrival, arrivalOf } from './arrival-rules';
import { hasQueued, selectDiversion } from './chain-store';
import { splitFunds, totalFunds } from './funds-rules';
import type { DivertCause } from './not-curable';
import { type PlannedPart, planRefund } from './plan-refund';
import { selectPaidAt } from './store';
import { readFunds } from './take-funds';

/** How a refund would go back, before it is asked for. `queued`: it would wait for the merchant's money first. */
export type RefundAdvice =
  /** All of it to the balance it was paid from, at once. */
  | { kind: 'balance'; amount: Money; queued: boolean }
  /** By the way it came; what a balance paid of it goes back there at once. */
  | {
      kind: 'original';
      amount: Money;
      toBalance: Money;
      channel: RemoteChannel;
      arrival: Arrival;
      queued: boolean;
    }
  /** It cannot go back the way it came, known since then: a person will carry it on. */
  | {
      kind: 'person';
      amount: Money;
      toBalance: Money;
      channel: RemoteChannel;
      cause: DivertCause;
      since: Date;
      paidAt: Date;
      queued: boolean;
    }
  | { kind: 'refused'; code: RefusalCode; facts: Refusal['facts'] };

/**
 * What would become of a refund of so much of an order, all that is left unless given: only read, so what it
 * says holds for this moment. Without its funds for the shopper, who is not to read how much money a merchant
 * has. Refusal: order_not_found (another merchant's, too).
 */
export async function adviseRefund({
  merchantId,
  orderId,
  amount,
  withFunds = true,
}: {
  merchantId: string;
  orderId: string;
  amount?: Money;
  withFunds?: boolean;
}): Promise<RefundAdvice> {
  const { state, paidAttemptId } = await getOrder({ merchantId, orderId });
  if (state !== 'paid' || !paidAttemptId) return refused('order_not_paid', {});
  const attempt = await readAttempt(paidAttemptId);
  try {
    return await inTransaction(async (tx) => {
      const parts = await planRefund(tx, attempt, amount);
      if (!withFunds) return adviceOf(tx, parts, attempt, false);
      const funds = await readFunds(tx, merchantId);
      const isShort = !splitFunds(
        parts.map((part) => part.amount.amountMinor),
        funds,
      );
      const { refundWhenShort } = await getRefundPolicy(merchantId, tx);
      if (isShort && refundWhenShort === 'refuse') {
        return refused('merchant_funds_short', { left: formatMoney(cny(totalFunds(funds))) });
      }
      const waits = refundWhenShort === 'queue' && (isShort || (await hasQueued(tx, merchantId)));
      return adviceOf(tx, parts, attempt, waits);
    });
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return refused(error.code, error.facts);
  }
}

const refused = (code: RefusalCode, facts: Refusal['facts']): RefundAdvice => ({
  kind: 'refused',
  code,
  facts,
});

async function adviceOf(
  tx: Tx,
  parts: readonly PlannedPart[],
  { id, channel }: Attempt,
  queued: boolean,
): Promise<RefundAdvice> {
  const sum = (some: readonly PlannedPart[]) =>
    cny(some.reduce((all, part) => all + part.amount.amountMinor, 0n));
  const amount = sum(parts);
  const toBalance = sum(parts.filter(({ route }) => route === 'balance'));
  const last = parts.find(({ route }) => route !== 'balance');
  if (!last || channel === 'balance') return { kind: 'balance', amount, queued };
  const sums = { amount, toBalance, channel, queued };
  const { divertCause: cause, route } = last;
  if (!cause) return { kind: 'original', arrival: arrivalOf(channel, route), ...sums };
  const paidAt = await selectPaidAt(tx, id);
  const since = (await selectDiversion(tx, id))?.since ?? paidAt;
  return { kind: 'person', cause, since, paidAt, ...sums };
}
