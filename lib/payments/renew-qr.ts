import { databaseNow } from '@/lib/core/clock';
import { Refusal } from '@/lib/core/errors';
import { findOrderByToken } from '@/lib/orders/find-order-by-token';
import { payByQuickpass } from './pay-by-quickpass';
import { resolveAttempt } from './resolve-attempt';
import { ASK_AGAIN_MS, decideSwitch, renewAt, resultOf } from './rules';
import type { StartPayment, StartResult } from './start-payment';
import { selectAttempt, selectLiveAttempt } from './store';

/**
 * The next QR code in place of one that is about to end. UnionPay is asked about the old one first; it
 * is left behind, asked about until it can no longer be paid, and given back if it is paid after all.
 * A code on the page that has time left stays. Refuses order_not_found and earlier_attempt_unknown.
 */
export async function renewQr({
  token,
  ...payer
}: Pick<StartPayment, 'token' | 'host' | 'actor'>): Promise<StartResult> {
  const order = await findOrderByToken(token);
  if (!order) throw new Refusal('order_not_found');
  if (order.state === 'paid') return { result: 'paid' };
  const live = await selectLiveAttempt(order.id);
  // Decided meanwhile, or left for another way: the page shows what is.
  if (live?.surface !== 'qr') return { result: live ? 'waiting' : 'failed' };
  const now = await databaseNow();
  const fresh = renewAt(live.payableUntil) > now;
  // A code whose answer was lost has never been on the page: nothing to wait for.
  if (live.nextStep && fresh) return resultOf(live);
  const { id: attemptId } = live;
  const outcome = await resolveAttempt({ attemptId, actor: 'shopper', quietMs: ASK_AGAIN_MS });
  if (!outcome) return resultOf(await selectAttempt(attemptId));
  switch (decideSwitch(outcome, false)) {
    case 'paid':
      return { result: 'paid' };
    case 'refuse':
      throw new Refusal('earlier_attempt_unknown', { attemptId });
    case 'supersede':
    case 'close':
      break;
    case 'choose':
      // Not paid in its time: the next one follows as well, unless a balance would have to pay a part
      // of it again, which is its owner's to say.
      if (live.balanceHoldId !== null) return { result: 'failed' };
  }
  const after = { attempt: live, cause: 'the QR code is about to end' };
  return payByQuickpass(order, { ...payer, after });
}
