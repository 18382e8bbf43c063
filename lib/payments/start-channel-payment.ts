import { lockAgreement } from '@/lib/agreements/lock-agreement';
import { callChannel } from '@/lib/channel-health/call-channel';
import { claimProbe } from '@/lib/channel-health/claim-probe';
import type { Outcome } from '@/lib/channels/port';
import { adapterOf } from '@/lib/channels/registry';
import { databaseNow } from '@/lib/core/clock';
import { Refusal } from '@/lib/core/errors';
import { failPoint } from '@/lib/core/fail-point';
import { newId, newSortableNumber } from '@/lib/core/ids';
import { recordTransition } from '@/lib/core/transitions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { lockOrder } from '@/lib/orders/lock-order';
import type { Order } from '@/lib/orders/order';
import type { Attempt } from './attempt';
import type { Carrier } from './carrier';
import { payRequestOf } from './channel-request';
import { scheduleOf } from './paid-with';
import { codeMayCome, nextAskAt, payableUntil } from './rules';
import { settleOutcome } from './settle-outcome';
import { insertAttempt, selectAttempt, selectLiveAttempt } from './store';

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
 * is in the way) and method_unavailable (the channel is being tried by somebody else).
 */
export async function startChannelPayment(
  order: Order,
  carrier: Carrier,
  payer: { customerId: string | null; host: 'pc' | 'mobile'; actor: string },
): Promise<Started> {
  const { channel, routing } = carrier;
  const called = { channel, operation: 'pay' } as const;
  if (routing.probe && !(await claimProbe(called))) {
    throw new Refusal('method_unavailable', { orderId: order.id, reason: 'channel_unavailable' });
  }
  const committed = await commitAttempt(order, carrier, payer);
  if (!committed.fresh) return { attempt: committed.attempt };

  const { attempt } = committed;
  const { actor } = payer;
  failPoint('pay.committed');
  const request = payRequestOf(attempt, { order, ...carrier });
  const word = await callChannel(called, () => adapterOf(channel).pay(request));
  const outcome = codeMayCome(word, request) ?? word;
  failPoint('pay.answered');
  await settleOutcome({ attemptId: attempt.id, outcome, actor, cause: 'pay' });
  return { attempt: await selectAttempt(attempt.id), outcome };
}

/** T1. */
async function commitAttempt(
  order: Order,
  carrier: Carrier,
  { customerId, host, actor }: { customerId: string | null; host: 'pc' | 'mobile'; actor: string },
): Promise<{ attempt: Attempt; fresh: boolean }> {
  const { method, channel, contract, surface, agreement, routing } = carrier;
  return inTransaction(async (tx) => {
    const locked = await lockOrder(tx, order.id);
    const now = await databaseNow(tx);
    if (locked.state !== 'open' || locked.expiresAt <= now) throw new Refusal('order_not_payable');
    const live = await selectLiveAttempt(order.id, tx);
    if (live?.method === method) return { attempt: live, fresh: false };
    if (live) throw new Refusal('payment_in_progress');
    // Whoever unbinds the card waits for this, or is waited for: then it is found unbound.
    if (agreement) await lockAgreement(tx, agreement.agreementId);

    const id = newId('att');
    const until = payableUntil(now, locked.expiresAt, carrier.payableMs);
    const scheduleSeconds = scheduleOf(adapterOf(channel), method);
    await insertAttempt(tx, {
      id,
      orderId: order.id,
      merchantId: order.merchantId,
      method,
      channel,
      channelOrderNo: newSortableNumber(),
      amount: order.amount,
      // Whose shopper this was, for "last used"; nothing is proved by it.
      customerId,
      state: 'sent',
      host,
      contractId: contract.id,
      surface,
      agreementId: agreement?.agreementId ?? null,
      channelAgreementId: agreement?.channelAgreementId ?? null,
      routing,
      requestedAt: now,
      payableUntil: until,
      nextAskAt: nextAskAt({ now, requestedAt: now, payableUntil: until, scheduleSeconds }),
    });
    const move = { event: 'send', from: 'created', to: 'sent', actor, cause: 'pay' };
    await recordTransition(tx, { subjectType: 'attempt', subjectId: id, ...move });
    return { attempt: await selectAttempt(id, tx), fresh: true };
  });
}
