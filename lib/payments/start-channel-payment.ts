import { lockAgreement } from '@/lib/agreements/lock-agreement';
import { callChannel } from '@/lib/channel-health/call-channel';
import { claimProbe } from '@/lib/channel-health/claim-probe';
import type { Called } from '@/lib/channel-health/health';
import type { Outcome } from '@/lib/channels/port';
import { adapterOf } from '@/lib/channels/registry';
import { databaseNow } from '@/lib/core/clock';
import type { Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { failPoint } from '@/lib/core/fail-point';
import { newId, newSortableNumber } from '@/lib/core/ids';
import { noteInLog } from '@/lib/core/log-context';
import { recordTransition } from '@/lib/core/transitions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { restOf } from '@/lib/methods/combine';
import { lockOrder } from '@/lib/orders/lock-order';
import type { Order } from '@/lib/orders/order';
import { placeOutcome } from '@/lib/test-mode/place-outcome';
import { actOnOutcome } from './act-on-outcome';
import type { Attempt } from './attempt';
import type { BalancePart } from './balance-part';
import type { ChannelChoice } from './channel-choice';
import { payRequestOf } from './channel-request';
import { claimAttempt } from './claim-attempt';
import { holdPart } from './hold-part';
import { keepPart } from './keep-part';
import { keepPhonePayment } from './keep-phone-payment';
import { scheduleOf } from './paid-with';
import { codeMayCome, nextAskAt, payableUntil } from './rules';
import {
  insertAttempt,
  moveAttempt,
  selectAttempt,
  selectAttemptByForm,
  selectLiveAttempt,
} from './store';

export interface Payer {
  customerId: string | null;
  host: 'pc' | 'mobile';
  actor: string;
  /** Which browser, and which form of it, begins it; a job has neither. */
  begunBy?: string | undefined;
  formKey?: string | undefined;
  /** The part that a balance pays: held in the same commit. */
  part?: BalancePart | undefined;
  /** The live attempt whose place this one takes, with what is held for it. */
  after?: { attempt: Attempt; cause: string } | undefined;
  /** Is it still wanted? Asked inside the commit that would begin it. */
  mayStart?: ((tx: Tx) => Promise<boolean>) | undefined;
}

export interface Started {
  attempt: Attempt;
  /** The channel's word; absent where an attempt of the same method was there already. */
  outcome?: Outcome;
}

/**
 * The three-part dance: T1 commits the attempt with the number we will use at the channel; the call
 * is made with no transaction open; T2 commits what it said. A crash in between leaves `sent`, and
 * the schedule written in T1 has the channel asked until the answer is definite. A second press finds
 * the first one's attempt. Refuses order_not_payable, payment_in_progress (another method's attempt
 * is in the way), method_unavailable (the channel is being tried by somebody else), for a phone's
 * bill carrier_limit_reached, and those of holdPart.
 */
export async function startChannelPayment(
  order: Order,
  choice: ChannelChoice,
  payer: Payer,
): Promise<Started> {
  const { channel, routing } = choice;
  const called: Called = { channel, operation: 'pay', carrier: choice.phone?.line.carrier };
  if (routing.probe && !(await claimProbe(called))) {
    throw new Refusal('method_unavailable', { orderId: order.id, reason: 'channel_unavailable' });
  }
  const committed = await commitAttempt(order, choice, payer);
  if (!committed.fresh) return { attempt: committed.attempt };

  const { attempt } = committed;
  const { actor, after } = payer;
  failPoint('pay.committed');
  const { id: attemptId, channelOrderNo, amount, requestedAt, payableUntil: until } = attempt;
  const by = { channel, channelOrderNo, amount, requestedAt, payableUntil: until };
  const afterId = after?.attempt.id ?? null;
  await placeOutcome({ orderId: order.id, attemptId, afterId, ...by });
  const request = payRequestOf(attempt, { order, ...choice });
  const word = await callChannel(called, () => adapterOf(channel).pay(request));
  const outcome = codeMayCome(word, request) ?? word;
  failPoint('pay.answered');
  const last = await actOnOutcome({ attemptId: attempt.id, outcome, actor, cause: 'pay' });
  return { attempt: await selectAttempt(attempt.id), outcome: last };
}

/** T1. */
async function commitAttempt(
  order: Order,
  choice: ChannelChoice,
  { customerId, host, actor, begunBy, formKey, mayStart, part, after }: Payer,
): Promise<{ attempt: Attempt; fresh: boolean }> {
  const { method, channel, contract, surface, agreement, phone, routing } = choice;
  return inTransaction(async (tx) => {
    // Before the order is locked, since it locks what orders belong to.
    if (mayStart && !(await mayStart(tx))) throw new Refusal('order_not_payable');
    const locked = await lockOrder(tx, order.id);
    // A form whose answer got lost and that is sent again: what it began, however that stands.
    const before = formKey && (await selectAttemptByForm(tx, { orderId: order.id, formKey }));
    if (before) return { attempt: await claimAttempt(before, begunBy, tx), fresh: false };
    if (after && locked.paidAttemptId) {
      return { attempt: await selectAttempt(locked.paidAttemptId, tx), fresh: false };
    }
    const now = await databaseNow(tx);
    if (locked.state !== 'open' || locked.expiresAt <= now) throw new Refusal('order_not_payable');
    const live = await selectLiveAttempt(order.id, tx);
    if (live && live.id === after?.attempt.id && live.state === 'waiting') {
      await leaveBehind(tx, live, after.cause);
    } else if (live?.method === method) return { attempt: live, fresh: false };
    else if (live) throw new Refusal('payment_in_progress');
    // Whoever unbinds the card waits for this, or is waited for: then it is found unbound.
    if (agreement) await lockAgreement(tx, agreement.agreementId);

    const id = newId('att');
    noteInLog({ attemptId: id });
    const held = after
      ? await keepPart(tx, after.attempt)
      : part && (await holdPart(tx, { order, attemptId: id, part }));
    const until = payableUntil(now, locked.expiresAt, choice.payableMs);
    const scheduleSeconds = scheduleOf(adapterOf(channel), method);
    await insertAttempt(tx, {
      id,
      orderId: order.id,
      merchantId: order.merchantId,
      method,
      channel,
      channelOrderNo: newSortableNumber(),
      amount: held ? restOf(order.amount, held.balance) : order.amount,
      // Whose shopper this was, for "last used"; nothing is proved by it.
      customerId,
      state: 'sent',
      host,
      contractId: contract.id,
      surface,
      agreementId: agreement?.agreementId ?? null,
      channelAgreementId: agreement?.channelAgreementId ?? null,
      ...(held ?? {}),
      // Whoever renews it: it stays the payment of the browser that began it.
      begunBy: after ? after.attempt.begunBy : (begunBy ?? null),
      formKey: formKey ?? null,
      routing,
      requestedAt: now,
      payableUntil: until,
      nextAskAt: nextAskAt({ now, requestedAt: now, payableUntil: until, scheduleSeconds }),
    });
    const move = { event: 'send', from: 'created', to: 'sent', actor, cause: 'pay' };
    await recordTransition(tx, { subjectType: 'attempt', subjectId: id, ...move });
    // Last, for what it locks is shared with other payments.
    if (phone) await keepPhonePayment(tx, { id, orderId: order.id, amount: order.amount }, phone);
    return { attempt: await selectAttempt(id, tx), fresh: true };
  });
}

/** For the one that takes its place in the same commit; what is held for it stays so. */
async function leaveBehind(tx: Tx, attempt: Attempt, cause: string): Promise<void> {
  const set = { nextStep: null };
  await moveAttempt(tx, { attempt, event: 'supersede', actor: 'shopper', cause, set });
}
