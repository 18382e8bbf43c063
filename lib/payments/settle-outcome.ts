import type { Outcome } from '@/lib/channels/port';
import type { Tx } from '@/lib/core/db';
import { log } from '@/lib/core/log';
import { enqueueJob } from '@/lib/core/queue';
import { inTransaction } from '@/lib/core/unit-of-work';
import { getMerchant } from '@/lib/merchants/get-merchant';
import { sameMoney } from '@/lib/money/money';
import { lockOrder } from '@/lib/orders/lock-order';
import type { Order } from '@/lib/orders/order';
import { acceptLatePayment } from './accept-late-payment';
import type { Attempt } from './attempt';
import { decideSuccess } from './rules';
import { type SettleItem, settleItem } from './settle-item';
import { settleOne } from './settle-one';
import { type Move, moveAttempt, selectAttempt } from './store';

export interface SettleOutcome {
  attemptId: string;
  outcome: Outcome;
  actor: string;
  cause: string;
}

type Succeeded = Extract<Outcome, { kind: 'succeeded' }>;

/**
 * T2: commits what the channel said, once and for good, together with the entries and the events
 * that follow from it. Safe to repeat and to race: the order's row is locked first, and every move
 * is conditional. A success out of turn is recorded as late, then accepted, given back or held.
 */
export async function settleOutcome({ attemptId, ...word }: SettleOutcome): Promise<void> {
  const { orderId, merchantId } = await selectAttempt(attemptId);
  const { latePaymentPolicy } = await getMerchant(merchantId);
  await inTransaction(async (tx) => {
    const order = await lockOrder(tx, orderId);
    const attempt = await selectAttempt(attemptId, tx);
    if (word.outcome.kind !== 'succeeded') return noteUndecided(tx, attempt, word);

    const outcome = word.outcome;
    if (!sameMoney(outcome.amount, attempt.amount)) {
      // The channel took another amount than we asked for: a person has to look, nobody is told "paid".
      log().error({ attemptId, evidence: outcome.evidence }, 'amount differs from the attempt');
      const unread: Outcome = { kind: 'unknown', cause: 'unreadable', evidence: outcome.evidence };
      return noteUndecided(tx, attempt, { ...word, outcome: unread });
    }
    const { actor, cause } = word;
    const policy = latePaymentPolicy;
    await settleSuccess(tx, { order, attempt, outcome, policy, actor, cause });
  });
}

async function settleSuccess(
  tx: Tx,
  facts: {
    order: Order;
    attempt: Attempt;
    outcome: Succeeded;
    policy: 'accept' | 'refund' | 'hold';
    actor: string;
    cause: string;
  },
): Promise<void> {
  const { order, attempt, policy, actor, cause } = facts;
  const decision = decideSuccess({ attempt: attempt.state, order: order.state, policy });
  if (decision === 'nothing') return;

  const late = decision !== 'pay';
  const item = settleItem({
    attempt,
    event: late ? 'succeedLate' : 'succeed',
    to: late ? 'late_succeeded' : 'succeeded',
    ...(late ? {} : { order: { event: 'pay' as const, unexpired: false } }),
    booked: {
      event: late ? 'late_payment_received' : 'channel_payment',
      entryKey: `payment:${attempt.id}`,
      businessRef: order.id,
      amount: attempt.amount,
      channel: attempt.channel,
      merchantId: order.merchantId,
    },
    actor,
    cause,
  });
  await settleOne(tx, withWord(item, facts.outcome));
  if (decision === 'accept') await acceptLatePayment(tx, { order, attempt, actor });
  if (decision === 'refund') await enqueueJob(tx, 'return-late-payment', { attemptId: attempt.id });
}

const withWord = (item: SettleItem, outcome: Succeeded): SettleItem => ({
  ...item,
  attempt: {
    ...item.attempt,
    channelRef: outcome.channelRef,
    evidence: outcome.evidence,
    ...(outcome.cardType ? { cardType: outcome.cardType } : {}),
  },
});

/** Waiting, lost or definitely failed: a move of the attempt alone. */
async function noteUndecided(
  tx: Tx,
  attempt: Attempt,
  { outcome, actor, cause }: Omit<SettleOutcome, 'attemptId'>,
): Promise<void> {
  const move = undecidedMove(outcome);
  // A word that no longer matters: the attempt is settled already.
  if (!move || !canStill(attempt)) return;
  await moveAttempt(tx, { attempt, actor, cause, ...move });
}

const canStill = ({ state }: Attempt): boolean =>
  state === 'sent' || state === 'waiting' || state === 'unknown' || state === 'superseded';

function undecidedMove(outcome: Outcome): Pick<Move, 'event' | 'set'> | undefined {
  switch (outcome.kind) {
    case 'pending': {
      const { next, channelRef, evidence } = outcome;
      // "Wait" has nothing for the shopper to do, and takes nothing away that they can still do.
      const nextStep = next.type === 'wait' ? {} : { nextStep: next };
      const tn = next.type === 'launch-control' ? { tn: next.tn } : {};
      const ref = channelRef ? { channelRef } : {};
      return { event: 'wait', set: { evidence, ...nextStep, ...tn, ...ref } };
    }
    case 'unknown':
      return { event: 'lose', set: { evidence: outcome.evidence } };
    case 'failed': {
      const { reason: failureReason, evidence } = outcome;
      return { event: 'fail', set: { failureReason, evidence, nextStep: null, nextAskAt: null } };
    }
    case 'succeeded':
      return undefined;
  }
}
