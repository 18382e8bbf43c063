import type { Outcome } from '@/lib/channels/port';
import { databaseNow } from '@/lib/core/clock';
import type { Tx } from '@/lib/core/db';
import { failPoint } from '@/lib/core/fail-point';
import { log } from '@/lib/core/log';
import { noteInLog } from '@/lib/core/log-context';
import { enqueueJob } from '@/lib/core/queue';
import { inTransaction } from '@/lib/core/unit-of-work';
import { findHold } from '@/lib/ledger/find-hold';
import { getMerchant } from '@/lib/merchants/get-merchant';
import { sameMoney } from '@/lib/money/money';
import { lockOrder } from '@/lib/orders/lock-order';
import type { Order } from '@/lib/orders/order';
import { acceptLatePayment } from './accept-late-payment';
import type { Attempt } from './attempt';
import { capturePart } from './capture-part';
import type { PhonePayment } from './phone-payment';
import { phoneOutcome } from './phone-rules';
import { selectPhonePayment, updatePhonePayment } from './phone-store';
import { releasePart } from './release-part';
import { releasePhone } from './release-phone';
import { decideSuccess, type SuccessDecision } from './rules';
import { type SettleItem, settleItem } from './settle-item';
import { settleOne } from './settle-one';
import { type Move, moveAttempt, nameFailure, selectAttempt } from './store';

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
  noteInLog({ orderId, attemptId });
  const { latePaymentPolicy } = await getMerchant(merchantId);
  await inTransaction(async (tx) => {
    const order = await lockOrder(tx, orderId);
    const attempt = await selectAttempt(attemptId, tx);
    const phone = await selectPhonePayment(attempt, tx);
    if (word.outcome.kind !== 'succeeded') return noteUndecided(tx, { attempt, phone }, word);

    const outcome = word.outcome;
    if (!sameMoney(outcome.amount, attempt.amount)) {
      // The channel took another amount than we asked for: a person has to look, nobody is told "paid".
      log().error({ attemptId, evidence: outcome.evidence }, 'amount differs from the attempt');
      const unread: Outcome = { kind: 'unknown', cause: 'unreadable', evidence: outcome.evidence };
      return noteUndecided(tx, { attempt, phone }, { ...word, outcome: unread });
    }
    const { actor, cause } = word;
    const policy = latePaymentPolicy;
    await settleSuccess(tx, { order, attempt, phone, outcome, policy, actor, cause });
    failPoint('settle.moved');
  });
  log().info({ said: word.outcome.kind, cause: word.cause }, "a channel's word is committed");
  failPoint('settle.committed');
}

async function settleSuccess(
  tx: Tx,
  facts: {
    order: Order;
    attempt: Attempt;
    phone: PhonePayment | undefined;
    outcome: Succeeded;
    policy: 'accept' | 'refund' | 'hold';
    actor: string;
    cause: string;
  },
): Promise<void> {
  const { order, attempt, phone, policy, actor, cause } = facts;
  const part = await partState(tx, attempt);
  const decision = decideSuccess({ attempt: attempt.state, order: order.state, policy, part });
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
  if (decision === 'pay') await capturePart(tx, attempt);
  if (decision === 'refund' || decision === 'hold') await releasePart(tx, attempt);
  if (decision === 'accept') await acceptLatePayment(tx, { order, attempt, actor });
  if (decision === 'refund') await enqueueJob(tx, 'return-late-payment', { attemptId: attempt.id });
  if (!phone) return;
  // A subscription that it pays for takes the phone over.
  const subscribed = order.subscriptionPeriod !== null && paysOrder.includes(decision);
  if (subscribed) await enqueueJob(tx, 'note-subscription-payment', { orderId: order.id });
  else await releasePhone(tx, phone, { charged: true });
}

async function partState(tx: Tx, { balanceHoldId }: Attempt): Promise<'none' | 'held' | 'gone'> {
  if (balanceHoldId === null) return 'none';
  return (await findHold(balanceHoldId, tx))?.state === 'held' ? 'held' : 'gone';
}

const paysOrder: readonly SuccessDecision[] = ['pay', 'accept'];

const withWord = (item: SettleItem, outcome: Succeeded): SettleItem => ({
  ...item,
  attempt: {
    ...item.attempt,
    channelRef: outcome.channelRef,
    evidence: outcome.evidence,
    ...(outcome.cardType ? { cardType: outcome.cardType } : {}),
  },
});

/** Waiting, lost or definitely failed: a move of the attempt, and of what is kept of its phone. */
async function noteUndecided(
  tx: Tx,
  { attempt, phone }: { attempt: Attempt; phone: PhonePayment | undefined },
  { actor, cause, ...word }: Omit<SettleOutcome, 'attemptId'>,
): Promise<void> {
  const { outcome, note } = phone
    ? phoneOutcome(word.outcome, attempt, phone, await databaseNow(tx))
    : { outcome: word.outcome, note: {} };
  const move = undecidedMove(outcome);
  if (outcome.kind === 'failed' && attempt.state === 'failed') {
    // Whoever asked first may have been told no more than that it failed; why is in the call's own answer.
    await nameFailure(tx, attempt.id, outcome.reason);
  }
  // A word that no longer matters: the attempt is settled already.
  if (!move || !canStill(attempt)) return;
  const moved = await moveAttempt(tx, { attempt, actor, cause, ...move });
  if (moved && outcome.kind === 'failed') await releasePart(tx, attempt);
  if (!moved || !phone) return;
  if (Object.keys(note).length > 0) await updatePhonePayment(tx, attempt.id, note);
  if (outcome.kind === 'failed') await releasePhone(tx, phone, { charged: false });
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
