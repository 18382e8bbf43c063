import {
  adapterOf,
  channelNoticeUrl,
  channelReturnUrl,
  type RemoteChannel,
} from '@/lib/channels/registry';
import { databaseNow } from '@/lib/core/clock';
import { Refusal } from '@/lib/core/errors';
import { failPoint } from '@/lib/core/fail-point';
import { newId, newSortableNumber } from '@/lib/core/ids';
import { recordTransition } from '@/lib/core/transitions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { findAccount } from '@/lib/customers/find-account';
import { getMerchant } from '@/lib/merchants/get-merchant';
import type { MethodCode } from '@/lib/methods/rank-methods';
import { lockOrder } from '@/lib/orders/lock-order';
import type { Order } from '@/lib/orders/order';
import type { Attempt } from './attempt';
import { nextAskAt, payableUntil } from './rules';
import { settleOutcome } from './settle-outcome';
import type { StartPayment, StartResult } from './start-payment';
import { insertAttempt, selectAttempt, selectLiveAttempt } from './store';

const CHANNEL: Record<Exclude<MethodCode, 'balance'>, RemoteChannel> = { quickpass: 'unionpay' };

/**
 * The three-part dance: T1 commits the attempt with the number we will use at the channel; the call
 * is made with no transaction open; T2 commits what it said. A crash in between leaves `sent`, and
 * the schedule written in T1 has the channel asked until the answer is definite.
 */
export async function startChannelPayment(
  order: Order,
  request: StartPayment & { method: keyof typeof CHANNEL },
): Promise<StartResult> {
  const merchant = await getMerchant(order.merchantId);
  if (merchant.hiddenMethods.includes(request.method)) throw new Refusal('method_unavailable');
  const started = await commitAttempt(order, request);
  if (!started.fresh) return { result: started.attempt.nextStep ? 'continue' : 'waiting' };

  const { attempt } = started;
  const channel = CHANNEL[request.method];
  failPoint('pay.committed');
  const outcome = await adapterOf(channel).pay({
    channelOrderNo: attempt.channelOrderNo,
    amount: attempt.amount,
    requestedAt: attempt.requestedAt,
    payableUntil: attempt.payableUntil,
    subject: order.subject,
    host: attempt.host,
    noticeUrl: channelNoticeUrl(channel),
    returnUrl: channelReturnUrl(channel),
  });

  failPoint('pay.answered');
  await settleOutcome({ attemptId: attempt.id, outcome, actor: 'shopper', cause: 'pay' });
  const settled = await selectAttempt(attempt.id);
  if (settled.state === 'succeeded') return { result: 'paid' };
  return { result: settled.nextStep ? 'continue' : 'waiting' };
}

/** T1. A second press finds the first one's attempt; another method's attempt is in the way. */
async function commitAttempt(
  order: Order,
  request: StartPayment & { method: keyof typeof CHANNEL },
): Promise<{ attempt: Attempt; fresh: boolean }> {
  const channel = CHANNEL[request.method];
  const account = await findAccount({
    merchantId: order.merchantId,
    reference: order.customerReference,
    userId: request.actor.userId,
  });
  return inTransaction(async (tx) => {
    const locked = await lockOrder(tx, order.id);
    const now = await databaseNow(tx);
    if (locked.state !== 'open' || locked.expiresAt <= now) throw new Refusal('order_not_payable');
    const live = await selectLiveAttempt(order.id, tx);
    if (live?.method === request.method) return { attempt: live, fresh: false };
    if (live) throw new Refusal('payment_in_progress');

    const id = newId('att');
    const until = payableUntil(now, locked.expiresAt);
    await insertAttempt(tx, {
      id,
      orderId: order.id,
      merchantId: order.merchantId,
      method: request.method,
      channel,
      channelOrderNo: newSortableNumber(),
      amount: order.amount,
      // Whose shopper this was, for "last used"; nothing is proved by it.
      customerId: account?.customerId ?? null,
      state: 'sent',
      host: request.host,
      requestedAt: now,
      payableUntil: until,
      nextAskAt: nextAskAt({
        now,
        requestedAt: now,
        payableUntil: until,
        scheduleSeconds: adapterOf(channel).querySchedule.payment,
      }),
    });
    const move = { event: 'send', from: 'created', to: 'sent', actor: 'shopper', cause: 'pay' };
    await recordTransition(tx, { subjectType: 'attempt', subjectId: id, ...move });
    return { attempt: await selectAttempt(id, tx), fresh: true };
  });
}
